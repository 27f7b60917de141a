/** Where a stored picture is, and its size in pixels. */
export interface Placed {
  src: string;
  width: number;
  height: number;
}

/** The server would not take it; the message is its reason. */
export class NotTaken extends Error {}

/** Longer side of what is sent, in pixels: as wide as a large screen shows it. */
const LONGEST_SIDE = 2_560;
/** Files beyond this are not even decoded here, in bytes. */
const MOST_BYTES = 60 * 1024 * 1024;
const TAKEN = new Set(['image/png', 'image/jpeg', 'image/gif']);

/** The address of a picture of a text; with an empty name, what all its pictures begin with. */
export function addressOf(docId: string, name: string): string {
  return `/attachments/${encodeURIComponent(docId)}/${name}`;
}

export async function sendPicture(docId: string, file: File): Promise<Placed> {
  return answered(addressOf(docId, '').slice(0, -1), await smaller(file));
}

export async function copyPicture(docId: string, from: string): Promise<Placed> {
  return answered(`${addressOf(docId, '').slice(0, -1)}?from=${encodeURIComponent(from)}`, null);
}

async function answered(address: string, body: Blob | null): Promise<Placed> {
  const response = await fetch(address, { method: 'POST', body, headers: { Accept: 'application/json' } });
  if (response.redirected || response.status === 401) throw new NotTaken('You were signed out. Sign in again to add pictures.');
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok && isPlaced(answer)) return answer;
  const reason = answer !== null && typeof answer === 'object' && 'reason' in answer ? String(answer.reason) : '';
  throw new NotTaken(reason || 'The picture could not be stored. Add it again.');
}

function isPlaced(answer: unknown): answer is Placed {
  return answer !== null && typeof answer === 'object' && 'src' in answer && 'width' in answer && 'height' in answer;
}

/**
 * A photo of 40 million pixels as a page can show it, upright; kinds that the server does not read (WebP, HEIC where
 * the browser knows it) become PNG. What is small enough goes as it is.
 */
async function smaller(file: File): Promise<Blob> {
  if (!file.type.startsWith('image/') || file.type === 'image/svg+xml') {
    throw new NotTaken(`“${file.name}” is not a picture that can be shown. Use PNG, JPEG or GIF.`);
  }
  if (file.size > MOST_BYTES) throw new NotTaken(`“${file.name}” is larger than 60 MB. Make it smaller.`);
  let drawn: ImageBitmap;
  try {
    drawn = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    throw new NotTaken(`“${file.name}” cannot be read as a picture. It may be damaged.`);
  }
  const { width, height } = drawn;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  if (scale === 1 && TAKEN.has(file.type) && file.type !== 'image/jpeg') return file;
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas.getContext('2d')?.drawImage(drawn, 0, 0, canvas.width, canvas.height);
  drawn.close();
  const type = file.type === 'image/jpeg' ? 'image/jpeg' : 'image/png';
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new NotTaken('The picture could not be made smaller.'))), type, 0.9),
  );
}
