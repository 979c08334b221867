import type { DocumentClass, DocumentVisibility } from '../../../policies/vocabulary.ts';

/** What is known of a document beside its bytes: the text of a sealed item in the same compartment (decision 0008). */
export type Sheet = {
  /** The document this sheet is of. */
  document: string;
  title: string;
  fileName: string;
  mediaType: MediaType;
  visibility: DocumentVisibility;
  class: DocumentClass;
  /** Bytes, before padding. */
  size: number;
  /** The document's own key, base64url. */
  key: string;
  /** Of a copy: who added the original. */
  originalAuthor?: string;
};

/** What a browser may be told a document is; anything else is bytes. */
export const mediaTypes = ['application/pdf', 'image/png', 'image/jpeg', 'text/plain', 'application/octet-stream'] as const;
export type MediaType = (typeof mediaTypes)[number];

export function mediaTypeOf(declared: string): MediaType {
  return mediaTypes.find((one) => one === declared) ?? 'application/octet-stream';
}

/** The last part of a path, without what no file is called; at most 120 characters. */
export function safeFileName(given: string): string {
  const name = (given.normalize('NFC').split(/[/\\]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '').replace(/^[.\s]+/, '').trim();

  return [...name].slice(-120).join('') || 'document';
}

export function writeSheet(sheet: Sheet): string {
  return JSON.stringify(sheet);
}

export function readSheet(text: string): Sheet {
  return JSON.parse(text) as Sheet;
}
