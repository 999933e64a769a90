/** English texts of the board. Short, plain, active. */
export const en = {
  signIn: {
    title: 'Sign in',
    user: 'User name',
    password: 'Password',
    submit: 'Sign in',
    wrong: 'User name and password do not match. Check both and try again.',
    tooMany: 'Too many attempts. Wait a minute, then try again.',
    unreachable: 'The server cannot be reached. Check the network, then try again.',
    demo: 'Demo accounts',
    demoHint: 'Choose one to fill in the form.',
  },
};
