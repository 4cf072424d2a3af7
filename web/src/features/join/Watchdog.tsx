import type { ReactNode } from 'react';
import { withoutProgram } from '../../content/family/page.ts';
import { HELP_WORDS, READY } from './pageMarks.ts';
import styles from './Watchdog.module.css';

const PATIENCE_MS = 8_000;

/**
 * Watches over the page until the app says that it is ready. Shows the help when that takes too long or a script fails,
 * for instance because an old browser cannot read it. Plain ES5, since it has to run where nothing else does.
 */
const watchdog = `(function () {
  var root = document.documentElement, shown = false;
  function help() {
    var words = document.getElementById('${HELP_WORDS}');
    if (shown || !words || !document.body || root.hasAttribute('${READY}')) return;
    shown = true;
    var box = document.createElement('div');
    box.setAttribute('role', 'alert');
    box.innerHTML = words.textContent;
    document.body.appendChild(box);
  }
  window.setTimeout(help, ${PATIENCE_MS});
  window.addEventListener('error', function (event) {
    var from = event.target;
    if (from === window || (from && from.nodeName === 'SCRIPT')) window.setTimeout(help, 0);
  }, true);
})();`;

/** The server puts the authority's own in their place when it starts. */
const NAME = '{{AUTHORITY_NAME}}';
const PHONE = '{{AUTHORITY_PHONE}}';

/**
 * What a page says that cannot run its program: without JavaScript, or when the program fails to start.
 * It has to be part of the program's own components: then the placeholders stand only here, in the page's text.
 */
export function Watchdog(): ReactNode {
  return (
    <>
      <noscript id={HELP_WORDS}>
        <div className={styles.help}>
          <h1 className={styles.heading}>{withoutProgram.heading}</h1>
          <p>{withoutProgram.body}</p>
          <ol className={styles.steps}>
            {withoutProgram.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <p className={styles.call}>
            {withoutProgram.phone}{' '}
            <a href={`tel:${PHONE}`} data-phone="">
              {PHONE}
            </a>
            <br />
            <span data-name="">{NAME}</span>
          </p>
        </div>
      </noscript>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a fixed text of our own that has to run before, and without, the app. */}
      <script dangerouslySetInnerHTML={{ __html: watchdog }} />
    </>
  );
}
