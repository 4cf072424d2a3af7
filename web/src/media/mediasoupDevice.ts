import { Device } from 'mediasoup-client';

/** Finds out which browser this is; rejects with `UnsupportedError` when it cannot take part. */
export const newDevice = (): Promise<Device> => Device.factory();
