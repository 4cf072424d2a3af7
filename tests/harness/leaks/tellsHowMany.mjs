// Loaded before the server by a test that must find it out: every view has one number more, of all devices of the visit.
import { registerHooks } from 'node:module';

const HONEST = '...roomView(visit, person, session, session.standing.room), can';

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (!url.endsWith('/shared/src/visit/view.ts')) return loaded;

    const source = String(loaded.source);
    if (!source.includes(HONEST)) throw new Error('There is nothing here to make worse');

    return { ...loaded, source: source.replace(HONEST, `${HONEST}, devices: visit.sessions.size`) };
  },
});
