import { verifyFile, type FileVerification } from '@yunzhen/shared/documents/documents.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import { answerOf } from '../../../core/api/answer.ts';
import { DeadlineError, OfflineError } from '../../../core/api/index.ts';
import { toAppError } from '../../../core/api/problem.ts';
import { addressOf, requestOf } from '../../../core/api/request.ts';
import { timeouts } from '../../../core/timeouts.ts';

/**
 * Sends a document for verification and reports the uploaded share, from 0 to 1, which `fetch` cannot. Rejects with the signal’s reason when it is
 * aborted, else with `AppError` or `OfflineError`.
 */
export async function sendDocument(
  hospital: string,
  file: Blob,
  options: { signal: AbortSignal; onProgress: (share: number) => void },
): Promise<FileVerification> {
  const response = await exchange(hospital, file, options);
  if (!response.ok) throw await toAppError(response);
  const answer: unknown = await response.json().catch((cause: unknown) => {
    throw new AppError('internal', 'answer is not JSON', { cause });
  });
  return answerOf(verifyFile, answer);
}

function exchange(
  hospital: string,
  file: Blob,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (share: number) => void },
): Promise<Response> {
  const input = { params: { hospital }, file };
  const { method, headers } = requestOf(verifyFile, input);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, addressOf(verifyFile, input));
    headers.forEach((value, name) => request.setRequestHeader(name, value));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const type = request.getResponseHeader('content-type') ?? '';
      resolve(new Response(request.responseText, { status: request.status, headers: { 'content-type': type } }));
    };
    request.timeout = timeouts['api.file'];
    request.ontimeout = () => reject(new DeadlineError(method));
    request.onerror = () => reject(new OfflineError());
    request.onabort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
