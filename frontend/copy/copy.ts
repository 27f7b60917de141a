import { copy } from './clipboard';

export { copy };

declare global {
  interface Window {
    /** Copies rich and plain text together; resolves to whether it worked. Call it from a key press or click. */
    candorCopy: (html: string, text: string) => Promise<boolean>;
  }
}

window.candorCopy = copy;
