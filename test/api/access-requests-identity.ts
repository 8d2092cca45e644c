import { softAuthenticator } from '../support/authenticator.ts';
import { authenticatorApp, setUpApp } from '../support/authenticator-app.ts';
import { testPassword as password } from '../support/people.ts';
import { openTab, type Tab } from '../support/tab.ts';
import { type Ask, type Cast, type Member, mailedToken } from './access-cast.ts';

/** What the routes of accounts need to succeed; see access-requests.ts. */
export const identityRequests = {
  registration: async (cast) => ({
    body: { email: cast.newEmail(), password, displayName: 'Ada Okoye' },
  }),
  emailAlone: async (cast) => ({ body: { email: cast.newEmail() } }),
  verificationLink: async (cast) => {
    const { email } = await cast.unconfirmed();
    return { body: { token: await mailedToken(cast, email) } };
  },
  resetLink: async (cast) => {
    const { email } = await cast.learner();
    await cast.send({ cookie: '' }, '/auth/forgot-password', { email });
    return { body: { token: await mailedToken(cast, email), password: 'Fresh-Garden-46' } };
  },
  learnersPassword: async (cast) => ({ body: { email: (await cast.learner()).email, password } }),

  otherSession: async (cast) => {
    const { email, cookie } = await cast.learner();
    await cast.send({ cookie: '' }, '/auth/login', { email, password });
    const { items } = (await cast.send({ cookie }, '/auth/sessions', undefined, 'GET')).json();
    const { id } = (items as { id: string; current: boolean }[]).find((one) => !one.current)!;
    return { params: { sessionId: id } };
  },
  refreshToken: async (cast) => {
    const { email } = await cast.learner();
    const body = { email, password, client: 'api' };
    const { tokens } = (await cast.send({ cookie: '' }, '/auth/login', body)).json();
    return { body: { refreshToken: tokens.refreshToken } };
  },
  ownPassword: async () => ({ body: { password } }),
  newPassword: async () => ({
    body: { currentPassword: password, newPassword: 'Fresh-Garden-46' },
  }),

  begunSetUp: async (cast) => {
    const tab = tabOf(cast, await cast.learner());
    const { secret } = (await tab.post('/auth/2fa/setup/initiate')).json();
    return { body: { code: authenticatorApp(cast.world, secret).code() } };
  },
  protectedByApp: async (cast) => {
    await setUpApp(cast.world, tabOf(cast, await cast.learner()));
    return { body: { password } };
  },
  protectedByAppAlone: async (cast) => {
    await setUpApp(cast.world, tabOf(cast, await cast.learner()));
    return {};
  },
  protectedPerson: async (cast) => {
    const { personId } = await cast.learner();
    await setUpApp(cast.world, tabOf(cast, await cast.learner()));
    return { params: { personId } };
  },
  pendingSignIn: async (cast) => {
    const { tab } = await halfSignedIn(cast);
    return { ownersCookie: cookieOf(tab), instead: true };
  },
  secondStep: async (cast) => {
    const { tab, code } = await halfSignedIn(cast);
    return { ownersCookie: cookieOf(tab), instead: true, body: { code } };
  },
  unknownLink: async () => ({ body: { token: 'a'.repeat(43) } }),
  trustedBrowser: async (cast) => {
    const { tab, code } = await halfSignedIn(cast);
    await tab.post('/auth/2fa/verify-login', { code, trustBrowser: true });
    const [browser] = (await tab.get('/auth/trusted-browsers')).json().items;
    return { params: { browserId: browser.id }, ownersCookie: cookieOf(tab), instead: true };
  },

  passkeyWish: async () => ({ body: { purpose: 'sign_in' } }),
  passkeyAnswer: async (cast) => {
    const { authenticator } = await withPasskey(cast);
    const tab = openTab(cast.world);
    const { options } = (await tab.post('/auth/passkeys/options', { purpose: 'sign_in' })).json();
    const body = { response: authenticator.get(options) };
    return { ownersCookie: cookieOf(tab), instead: true, body };
  },
  newPasskey: async (cast) => {
    const tab = tabOf(cast, await cast.learner());
    const { options } = (await tab.post('/auth/passkeys/register/options')).json();
    return { body: { response: softAuthenticator(origin).create(options) } };
  },
  passkey: async (cast) => ({
    params: { passkeyId: (await withPasskey(cast)).passkeyId },
    body: { name: 'Key of the house' },
  }),
  passkeyAlone: async (cast) => ({ params: { passkeyId: (await withPasskey(cast)).passkeyId } }),

  providersAnswer: async (cast) => {
    const { tab, answer } = await comingFromProvider(cast, openTab(cast.world), {});
    return { ownersCookie: cookieOf(tab), instead: true, body: answer };
  },
  providersLink: async (cast) => {
    const { tab, answer } = await comingFromProvider(cast, tabOf(cast, await cast.learner()), {
      link: true,
    });
    await tab.post('/auth/oidc/finish', answer);
    const [link] = (await tab.get('/auth/oidc/links')).json().items;
    return { params: { linkId: link.id } };
  },

  newName: async () => ({ body: { displayName: 'Ada Okoye-Lind' } }),
  scheduledDeletion: async (cast) => {
    await cast.send(await cast.learner(), '/me/deletion', { password });
    return {};
  },
  newAddressOfMail: async (cast) => ({ body: { newEmail: cast.newEmail() } }),
  pendingAddressOfMail: async (cast) => {
    await cast.send(await cast.learner(), '/auth/email-change', { newEmail: cast.newEmail() });
    return {};
  },
  linkToNewAddress: async (cast) => ({ body: { token: await changedMail(cast).token } }),
  linkToOldAddress: async (cast) => {
    const { email } = await cast.learner();
    const change = changedMail(cast);
    await cast.send({ cookie: '' }, '/auth/email-change/confirm', { token: await change.token });
    return { body: { token: await mailedToken(cast, email) } };
  },
  newPhone: async () => ({ body: { phone: newPhone() } }),
  pendingPhone: async (cast) => {
    await cast.send(await cast.learner(), '/auth/phone/start', { phone: newPhone() });
    cast.world.clock.advance({ seconds: 61 });
    return {};
  },
  codeBySms: async (cast) => {
    const phone = newPhone();
    await cast.send(await cast.learner(), '/auth/phone/start', { phone });
    const { text } = cast.world.texts.findLast(({ to }) => to === phone)!;
    return { body: { code: /\d{6}/.exec(text)![0] } };
  },
} satisfies Record<string, Ask>;

let phones = 0;
const newPhone = () => `+447400${100_000 + (phones += 1)}`;

function changedMail(cast: Cast): { token: Promise<string> } {
  const newEmail = cast.newEmail();
  const asked = cast
    .learner()
    .then((learner) => cast.send(learner, '/auth/email-change', { newEmail }));
  return { token: asked.then(() => mailedToken(cast, newEmail)) };
}

const origin = 'http://localhost:4600';

/** The browser in which that member is signed in. */
function tabOf({ world }: Cast, { cookie }: Member): Tab {
  const tab = openTab(world);
  for (const pair of cookie.split('; ')) {
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    tab.cookies.set(name, value);
  }
  return tab;
}

const cookieOf = ({ cookies }: Tab) =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

/** A browser in which the learner has given the password and not yet the code. */
async function halfSignedIn(cast: Cast): Promise<{ tab: Tab; code: string }> {
  const learner = await cast.learner();
  const { app } = await setUpApp(cast.world, tabOf(cast, learner));
  const tab = openTab(cast.world);
  await tab.post('/auth/login', { email: learner.email, password });
  return { tab, code: app.code() };
}

async function withPasskey(cast: Cast) {
  const tab = tabOf(cast, await cast.learner());
  const authenticator = softAuthenticator(origin);
  const { options } = (await tab.post('/auth/passkeys/register/options')).json();
  const response = authenticator.create(options);
  const { id } = (await tab.post('/auth/passkeys/register', { response })).json();
  return { passkeyId: id as string, authenticator };
}

async function comingFromProvider(cast: Cast, tab: Tab, wish: object) {
  const email = cast.newEmail();
  const subject = `subject of ${email}`;
  cast.world.openId.people.push({ subject, name: 'Noor Haddad', email, emailVerified: true });
  const { url } = (await tab.post('/auth/oidc/start', wish)).json();
  return { tab, answer: await cast.world.openId.chooseAt(url, subject) };
}
