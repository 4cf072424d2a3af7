import type { Condition } from '@doorstep/shared/visit/condition/state.ts';

/**
 * [SEE-7] Programs that stand between the lens and us and can put another picture in its place: another background, another face, a
 * recording, the screen. Each by what its camera is called. The list can only ever be of those that are known and have not been renamed.
 */
const REPLACING: readonly RegExp[] = [
  /\bOBS\b|OBS-?Cam|Streamlabs|StreamElements|PRISM (?:Live|Lens)/i,
  /ManyCam|SplitCam|SparkoCam|WebcamMax|AlterCam|YouCam|ChromaCam|FineCam|MagicCamera|Logi(?:tech)? Capture/i,
  /Snap Camera|mmhmm|Airtime Camera|Prezi|Krisp Camera|Loom Camera/i,
  /XSplit|vMix|Wirecast|Ecamm|CamTwist|NDI (?:Virtual|Webcam)|Newtek NDI|Syphon/i,
  /NVIDIA Broadcast|AMD Noise|\bVCam\b|e2eSoft/i,
  /Animaze|FaceRig|VTube|VSeeFace|Avatarify|Unity Video Capture|UnityCapture|Warudo/i,
  // Made to carry a phone's camera, but with backgrounds and effects of their own.
  /\bCamo\b|EpocCam|iVCam/i,
  // Anything may be written into these: they are cameras without a lens.
  /Dummy video device|v4l2loopback|Loopback Camera/i,
  /\bVirtual (?:Video )?(?:Web)?cam(?:era)?\b|Virtual Webcam|\bFake (?:Web)?cam/i,
];

/**
 * Whether a camera is known to be a program, by its name. Those that only bring another lens stay ordinary: a phone as a webcam (DroidCam,
 * Iriun, Continuity Camera), a photo camera's own webcam driver, a capture card. Without a name nothing is known.
 */
export function cameraKind(label: string): Condition['camera'] {
  if (label.trim() === '') return 'notKnown';

  return REPLACING.some((program) => program.test(label)) ? 'virtual' : 'ordinary';
}
