import type { ReactNode } from 'react';
import type { LocalMedia } from '../../media/LocalMedia.ts';
import { useLocalMedia } from '../../media/useLocalMedia.ts';
import { SelectField } from '../../ui/Field.tsx';
import styles from './DeviceCheck.module.css';

interface DeviceChoiceProps {
  readonly local: LocalMedia;
  readonly kind: 'camera' | 'microphone';
  readonly words: { readonly label: string; readonly change: string };
}

/** Another camera or microphone, where there is one. */
export function DeviceChoice({ local, kind, words }: DeviceChoiceProps): ReactNode {
  const media = useLocalMedia(local);
  const devices = kind === 'camera' ? media.cameras : media.microphones;
  const track = media[kind];
  if (track === null || devices.length < 2) return null;

  const choose = (id: string): void => void (kind === 'camera' ? local.chooseCamera(id) : local.chooseMicrophone(id));
  return (
    <details className={styles.others}>
      <summary>{words.change}</summary>
      <SelectField
        label={words.label}
        value={track.getSettings().deviceId ?? ''}
        onValue={choose}
        options={devices.map(({ id, name }, index) => ({ value: id, label: name || String(index + 1) }))}
      />
    </details>
  );
}
