import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '../ui/tokens.css';
import '../ui/base.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';

/** Discreet on purpose: a title may be read over a shoulder or in a list of recent pages (CARE-5). */
export const metadata: Metadata = {
  title: 'Meeting',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
  icons: { icon: '/icon.svg' },
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover' };

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en-GB">
      <body>{children}</body>
    </html>
  );
}
