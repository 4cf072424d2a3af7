import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { observer, type types } from 'mediasoup';

/**
 * Loaded into the server's own process, beside the product (`node --import`): takes everything that a room is given, as whoever has full power
 * over the server could. Each producer's packets are written into a file of its own in the folder that MEDIA_TAP names, called by its kind and
 * payload type: two bytes of length, then the RTP packet (RFC 3550).
 */

/** A whole picture is asked for so often, in milliseconds: what is taken can be shown from soon after any moment on. */
const WHOLE_PICTURE_EACH = 1_000;

const folder = process.env.MEDIA_TAP;

if (folder !== undefined) {
  observer.on('newworker', (worker) => {
    worker.observer.on('newrouter', (router) => {
      let ear: Promise<types.DirectTransport> | null = null;
      router.observer.on('newtransport', (transport) => {
        transport.observer.on('newproducer', async (producer) => {
          ear ??= router.createDirectTransport();
          await take(await ear, producer, router.rtpCapabilities, folder);
        });
      });
    });
  });
}

async function take(
  ear: types.DirectTransport,
  producer: types.Producer,
  rtpCapabilities: types.RtpCapabilities,
  into: string,
): Promise<void> {
  const consumer = await ear.consume({ producerId: producer.id, rtpCapabilities });
  const [codec] = consumer.rtpParameters.codecs;
  const file = createWriteStream(join(into, `${producer.kind}-${codec?.payloadType}-${producer.id}`));
  consumer.on('rtp', (packet) => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(packet.length);
    file.write(Buffer.concat([length, packet]));
  });
  const asking = setInterval(() => void consumer.requestKeyFrame(), WHOLE_PICTURE_EACH);
  consumer.observer.on('close', () => {
    clearInterval(asking);
    file.end();
  });
}
