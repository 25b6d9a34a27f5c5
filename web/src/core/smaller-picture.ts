/** Pictures up to this size are sent as they are, in bytes. */
const smallEnough = 1_500_000;
/** Enough to see a rash closely, in pixels. */
const longestSide = 2560;
const quality = 0.88;

/**
 * The picture for a weak line: a large one is written anew as an upright JPEG, which also leaves the place where it was
 * taken on this device. What the browser can’t read is sent as it is; the hospital judges it.
 */
export async function smallerPicture(file: File): Promise<Blob> {
  if (file.size <= smallEnough) return file;
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    const context = canvas.getContext('2d');
    if (!context) return file;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const smaller = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
    return smaller && smaller.size < file.size ? smaller : file;
  } catch {
    return file;
  }
}
