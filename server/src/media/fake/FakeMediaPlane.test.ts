import { mediaPlaneContract } from '../mediaPlaneContract.ts';
import { FakeMediaPlane } from './FakeMediaPlane.ts';

mediaPlaneContract('in memory', async () => new FakeMediaPlane());
