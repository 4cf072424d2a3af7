import { expect, test } from 'vitest';
import { cameraKind } from './cameraKind.ts';

test.each([
  'OBS Virtual Camera',
  'OBS-Camera (m-de:vice)',
  'obs-virtual-cam',
  'ManyCam Virtual Webcam',
  'Snap Camera',
  'XSplit VCam',
  'mmhmm Camera',
  'Camera (NVIDIA Broadcast)',
  'Reincubate Camo',
  'e2eSoft iVCam',
  'Dummy video device (0x0000)',
  'v4l2loopback: screen',
  'CamTwist',
  'Unity Video Capture',
  'Virtual Camera',
])('[SEE-7] “%s” is a program that can put another picture in the place of the real one', (label) => {
  expect(cameraKind(label)).toBe('virtual');
});

test.each([
  'FaceTime HD Camera (Built-in)',
  'Integrated Camera (04f2:b6d9)',
  'camera2 1, facing front',
  'Front Camera',
  'Logitech HD Webcam C270',
  'Logitech BRIO',
  'Sam’s iPhone Camera',
  'DroidCam Source 3',
  'Iriun Webcam',
  'EOS Webcam Utility',
  'Elgato Cam Link 4K',
  'VirtualBox Webcam - Integrated Camera',
  'Obsbot Tiny 4K',
])('[SEE-7] “%s” is a lens, or brings another one', (label) => {
  expect(cameraKind(label)).toBe('ordinary');
});

test('[SEE-7] of a camera without a name nothing is known', () => {
  expect(cameraKind('')).toBe('notKnown');
  expect(cameraKind('  ')).toBe('notKnown');
});
