/** Pictures up to this size in bytes are sent unchanged. */
const smallEnough = 1_500_000;
/** In pixels; enough to examine a rash closely. */
const longestSide = 2560;
const quality = 0.88;

/**
 * Returns a smaller picture for slow connections: a large one is re-encoded as an upright JPEG, which also removes its location. A picture that the
 * browser cannot decode is returned unchanged; the server validates it.
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
