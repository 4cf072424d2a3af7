import { Component, type ReactNode } from 'react';

interface MishapProps {
  readonly onMishap?: () => void;
  /** Stands there from then on, until the page is loaded again. */
  readonly instead: ReactNode;
  readonly children: ReactNode;
}

/** When a screen of ours falls: words and the way back in the place of an empty page. What fell is taken down with all that it held open. */
export class Mishap extends Component<MishapProps, { readonly isFallen: boolean }> {
  override state = { isFallen: false };

  static getDerivedStateFromError(): { readonly isFallen: boolean } {
    return { isFallen: true };
  }

  override componentDidCatch(): void {
    this.props.onMishap?.();
  }

  override render(): ReactNode {
    return this.state.isFallen ? this.props.instead : this.props.children;
  }
}
