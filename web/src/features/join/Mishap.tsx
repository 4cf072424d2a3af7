import { Component, type ReactNode } from 'react';
import { mishap } from '../../content/family/join.ts';
import { Button } from '../../ui/Button.tsx';
import { ScreenHeading } from '../../ui/ScreenHeading.tsx';
import styles from './Screens.module.css';

interface MishapProps {
  /** Whoever sees nothing of the others is not to be seen or heard by them meanwhile. */
  readonly onMishap: () => void;
  /** Stands there from then on, until the page is loaded again. */
  readonly instead: ReactNode;
  readonly children: ReactNode;
}

/** When a screen of ours falls: kind words and the way back in the place of an empty page. The way out stays. */
export class Mishap extends Component<MishapProps, { readonly isFallen: boolean }> {
  override state = { isFallen: false };

  static getDerivedStateFromError(): { readonly isFallen: boolean } {
    return { isFallen: true };
  }

  override componentDidCatch(): void {
    this.props.onMishap();
  }

  override render(): ReactNode {
    return this.state.isFallen ? this.props.instead : this.props.children;
  }
}

/** It was us, not you; your place is kept. */
export function Fallen({ onCarryOn }: { onCarryOn: () => void }): ReactNode {
  return (
    <div className={styles.screen}>
      <ScreenHeading>{mishap.heading}</ScreenHeading>
      <p>{mishap.body}</p>
      <p>{mishap.kept}</p>
      <Button kind="primary" large wide onClick={onCarryOn}>
        {mishap.carryOn}
      </Button>
    </div>
  );
}
