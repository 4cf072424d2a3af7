/** Waiting that can be cut short, because something happened that makes it pointless to wait on. */
export class Pause {
  #end: (() => void) | null = null;

  /** Resolves after `ms` milliseconds or with the next `cutShort`, whichever is first. */
  wait(ms: number): Promise<void> {
    this.cutShort();
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.cutShort(), ms);
      this.#end = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  cutShort(): void {
    const end = this.#end;
    this.#end = null;
    end?.();
  }
}
