import type { Metadata } from 'next';
import { page } from '../../content/family/page.ts';
import { JoinPage } from './JoinPage.tsx';

/** Nothing that gives it away in a tab, a list of pages, or the preview of a message (CARE-5). */
export const metadata: Metadata = {
  title: page.title,
  icons: { icon: '/icon.svg' },
  openGraph: { title: page.title },
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

export default function Join() {
  return <JoinPage />;
}
