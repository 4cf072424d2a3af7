/** Where the words stand that help without a program: a `noscript`, which a browser that runs scripts keeps as plain text. */
export const HELP_WORDS = 'help-words';
/** Set on the root element once the page works; the style sheet then hides the help. */
export const READY = 'data-ready';
