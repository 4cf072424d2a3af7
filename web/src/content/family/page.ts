/** On every family screen. */
export const page = {
  title: 'Meeting',
  leaveQuickly: 'Leave quickly',
  help: 'Need help?',
  callUs: (phone: string) => `Call ${phone}`,
  askWorker: 'Ask your worker. They can help you.',
};

/** Said without any program: the page is printed like this, and the server puts the name and the number in. */
export const withoutProgram = {
  heading: 'This page cannot open your meeting yet',
  body: 'You have done nothing wrong. Here is what you can do.',
  steps: [
    'Open your link again.',
    'Try it in Safari on an iPhone, or in Chrome on other phones.',
    'Or call us. We can talk by phone.',
  ],
  phone: 'Call',
};
