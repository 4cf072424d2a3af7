import type { ReactNode } from 'react';
import { CONSOLE } from '../../content/staff/console.ts';
import { ENTERING } from '../../content/staff/entering.ts';
import { SHELL } from '../../content/staff/shell.ts';
import type { LocalMedia } from '../../media/LocalMedia.ts';
import { useLocalMedia } from '../../media/useLocalMedia.ts';
import { Button } from '../../ui/Button.tsx';
import { Tick } from '../../ui/Choices.tsx';
import { DevicePicker } from '../../ui/DevicePicker.tsx';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';

interface DevicesDialogProps {
  readonly local: LocalMedia;
  /** Null for those who let nobody in. */
  readonly sound: { readonly on: boolean; readonly onTurn: (on: boolean) => void } | null;
  readonly onClose: () => void;
}

/** Another camera or microphone in mid-visit; and whether arrivals make a sound. */
export function DevicesDialog({ local, sound, onClose }: DevicesDialogProps): ReactNode {
  const state = useLocalMedia(local);
  return (
    <Dialog heading={CONSOLE.devices.heading} onClose={onClose}>
      <DevicePicker
        label={ENTERING.whichCamera}
        devices={state.cameras}
        current={state.camera?.getSettings().deviceId}
        numbered={ENTERING.deviceNumber}
        onChoose={(id) => void local.chooseCamera(id)}
      />
      <DevicePicker
        label={ENTERING.whichMicrophone}
        devices={state.microphones}
        current={state.microphone?.getSettings().deviceId}
        numbered={ENTERING.deviceNumber}
        onChoose={(id) => void local.chooseMicrophone(id)}
      />
      {sound && <Tick label={CONSOLE.lobby.sound} checked={sound.on} onChecked={sound.onTurn} />}
      <DialogActions>
        <Button kind="primary" onClick={onClose}>
          {SHELL.close}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
