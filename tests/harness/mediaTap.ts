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
    worker.observer.on('newrouter', (router) => tapRouter(router, folder));
  });
}

function tapRouter(router: types.Router, into: string): void {
  const own = new Set<string>();
  hide(router, own);
  let ear: Promise<types.DirectTransport> | null = null;
  router.observer.on('newtransport', (transport) => {
    transport.observer.on('newproducer', async (producer) => {
      ear ??= router.createDirectTransport();
      own.add((await ear).id);
      own.add(await take(await ear, producer, router.rtpCapabilities, into));
    });
  });
}

/** The server looks for what it has not made itself, and takes down the room where it finds it: whoever has this power sees to that, too. */
function hide(router: types.Router, own: ReadonlySet<string>): void {
  const dump = router.dump.bind(router);
  router.dump = async () => {
    const found = await dump();

    return {
      ...found,
      transportIds: found.transportIds.filter((id) => !own.has(id)),
      mapConsumerIdProducerId: found.mapConsumerIdProducerId.filter(({ key }) => !own.has(key)),
    };
  };
}

/** The id of what takes it. */
async function take(
  ear: types.DirectTransport,
  producer: types.Producer,
  rtpCapabilities: types.RtpCapabilities,
  into: string,
): Promise<string> {
  const consumer = await ear.consume({ producerId: producer.id, rtpCapabilities });
  const [codec] = consumer.rtpParameters.codecs;
  const file = createWriteStream(join(into, `${producer.kind}-${codec?.payloadType}-${producer.id}`));
  consumer.on('rtp', (packet) => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(packet.length);
    file.write(Buffer.concat([length, packet]));
  });
  // Who leaves meanwhile takes it along: then there is nothing to ask for, and nobody to be told.
  const asking = setInterval(() => consumer.requestKeyFrame().catch(() => {}), WHOLE_PICTURE_EACH);
  consumer.observer.on('close', () => {
    clearInterval(asking);
    file.end();
  });

  return consumer.id;
}
