import { either, type Words } from '../fhir/fhir-values.ts';

const chinese = `病历副本

本压缩包包含医院为您保存的全部就诊资料，截至 {at}（世界协调时）。

record.json   机器可读：HL7 FHIR R4 Bundle（collection 类型）。其他医院或健康应用可以读取。
病历.pdf      便于阅读的病历，内容与 record.json 相同。资料较多时分为数册。
signed/       处方与文书的 PDF 原件，与签名时逐字节相同，可用任何支持 PDF 签名的软件核验。
files/        您或医生上传到病历和图文沟通中的图片与文件。

未包含：医生尚未签名的草稿、尚未结束的就诊中的诊断、药师与医生之间的审方讨论、视频通话的技术记录（从未录制过画面或声音）、系统消息以及医院的统计数字。
身份证件号码不在其中。图文沟通与通话记录依法保存三年，之后删除；病历保存十五年。

请妥善保管：任何得到此文件的人都能阅读您的病历。
`;

const english = `A copy of your record

This archive holds everything that the hospital keeps of your care, as of {at} (UTC).

record.json   For machines: an HL7 FHIR R4 Bundle (type collection) that other hospitals and health apps can read.
record.pdf    For people: the same as record.json, to be read. A long record comes in several volumes.
signed/       The PDFs of prescriptions and documents, to the byte as they were signed; any program that checks PDF signatures can check them.
files/        Pictures and documents that you or a doctor added to the chart and to chats, or that you gave before a visit.

Not in it: drafts that no doctor has signed, diagnoses of a visit that has not ended, what pharmacist and doctor wrote to each other during a review,
technical notes of video calls (neither picture nor sound was ever recorded), messages of the system, and figures of the hospital. Nor is the number of
your identity document. Chats and notes of calls are kept for three years by law and then deleted; the record is kept for fifteen.

Keep it safe: whoever has this file can read your record.
`;

/** The first file of the archive: its content, what is missing, and precautions. */
export const readMe = {
  name: (words: Words): string => either(words, 'README.txt', '说明.txt'),
  text: (words: Words, at: Date): string => either(words, english, chinese).replace('{at}', at.toISOString()),
  paperName: (words: Words, number: number): string => {
    const name = either(words, 'record', '病历');
    return number === 1 ? `${name}.pdf` : `${name}-${number}.pdf`;
  },
};
