import type { ReactNode } from 'react';
import { SelectField } from './Field.tsx';

interface DevicePickerProps {
  readonly label: string;
  readonly devices: readonly { readonly id: string; readonly name: string }[];
  /** The one in use, if any is. */
  readonly current: string | undefined;
  /** What a device is called that has no name. */
  readonly numbered: (number: number) => string;
  readonly onChoose: (id: string) => void;
}

/** One of several cameras or microphones. Not shown where there is nothing to choose. */
export function DevicePicker({ label, devices, current, numbered, onChoose }: DevicePickerProps): ReactNode {
  if (devices.length === 0) return null;
  return (
    <SelectField
      label={label}
      value={current ?? devices[0]?.id ?? ''}
      onValue={onChoose}
      options={devices.map(({ id, name }, index) => ({ value: id, label: name === '' ? numbered(index + 1) : name }))}
    />
  );
}
