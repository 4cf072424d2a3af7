import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { WithName } from './WithName.tsx';

const markup = (says: (name: string) => string, name: string): string =>
  renderToStaticMarkup(<WithName says={says} name={name} />);

test('a name is set apart from its sentence, wherever it stands in it', () => {
  expect(markup((name) => `Now we hear who ${name} is.`, 'נועה (7)')).toBe('Now we hear who <bdi>נועה (7)</bdi> is.');
  expect(markup((name) => `${name} is here.`, 'Sam')).toBe('<bdi>Sam</bdi> is here.');
  expect(markup((name) => `Hello ${name}`, 'Sam')).toBe('Hello <bdi>Sam</bdi>');
});

test('every name in a sentence is, and one without a name stays as it is', () => {
  expect(markup((name) => `${name} or ${name}`, 'Sam')).toBe('<bdi>Sam</bdi> or <bdi>Sam</bdi>');
  expect(markup(() => 'Nobody', 'Sam')).toBe('Nobody');
});

test('what somebody typed is a name and never markup', () => {
  expect(markup((name) => `Hello ${name}`, '<b>')).toBe('Hello <bdi>&lt;b&gt;</bdi>');
});
