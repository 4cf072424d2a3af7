import { JoinPage } from './JoinPage.tsx';

export default function Join() {
  return <JoinPage />;
}
