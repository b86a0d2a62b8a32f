/** The bytes that a text in base64 stands for. */
export function fromBase64(content: string): Uint8Array {
  return Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
}

/** Bytes in base64. Neither Node's Buffer nor a newer built-in is in every host that server and client run in. */
export function toBase64(bytes: Uint8Array): string {
  let characters = '';
  // In pieces, because the number of arguments of a call is limited.
  for (let start = 0; start < bytes.length; start += 0x8000) {
    characters += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  }
  return btoa(characters);
}
