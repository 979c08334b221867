/** Cuts what arrives in pieces into a first block of `first` bytes and blocks of `later`, copying each byte once. */
export function cutter(first: number, later = first) {
  let block = new Uint8Array(first);
  let filled = 0;

  return {
    *cut(bytes: Uint8Array): Generator<Uint8Array> {
      for (let at = 0; at < bytes.length; ) {
        const taken = bytes.subarray(at, at + block.length - filled);
        block.set(taken, filled);
        filled += taken.length;
        at += taken.length;
        if (filled < block.length) continue;

        const full = block;
        block = new Uint8Array(later);
        filled = 0;
        yield full;
      }
    },
    /** What has not filled a block yet. */
    rest: () => block.subarray(0, filled),
  };
}
