import { connect, type Socket } from 'node:net';
import type { Scan } from './core.ts';
import { Problem } from './problems.ts';

/**
 * Sends a document to clamd as it passes (its INSTREAM command, docs.clamav.net) and holds back its end until clamd has answered.
 * @param address path of a socket, or host:port
 * @throws Problem `document-refused`; `overloaded` when clamd does not answer: an unscanned document is not kept
 */
export function clamdScan(address: string): Scan {
  return async function* (content) {
    const socket = dial(address);
    const answer = answerOf(socket);
    try {
      socket.write('zINSTREAM\0');
      for await (const piece of content) {
        await send(socket, piece);
        yield piece;
      }
      await send(socket, new Uint8Array(0));
      const verdict = await answer;
      if (verdict.endsWith(' FOUND')) throw new Problem('document-refused');
      if (!verdict.endsWith(' OK')) throw new Problem('overloaded');
    } finally {
      socket.destroy();
    }
  };
}

const patienceMs = 60_000;

function dial(address: string): Socket {
  const [host, port] = address.split(':');
  const socket = address.startsWith('/') ? connect(address) : connect(Number(port), host);

  return socket.setTimeout(patienceMs, () => socket.destroy());
}

/** What clamd says before it closes; nothing when it is not there. */
function answerOf(socket: Socket): Promise<string> {
  let text = '';
  socket.on('data', (part: Buffer) => {
    text += part.toString('latin1');
    if (text.includes('\0')) socket.end();
  });
  socket.on('error', () => {});

  return new Promise((resolve) => socket.once('close', () => resolve(text.replace(/\0.*$/s, ''))));
}

/** Length, then bytes; no bytes mean the end. Waits while clamd is slower than the sender. */
async function send(socket: Socket, piece: Uint8Array): Promise<void> {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  socket.write(length);
  if (piece.length > 0 && !socket.write(piece)) await new Promise<void>((resolve) => (socket.destroyed ? resolve() : void socket.once('drain', resolve).once('close', resolve)));
}
