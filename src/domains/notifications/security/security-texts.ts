/** The texts of what is always told about an account's safety, in English; keys as in the message catalogue. */
export const m = {
  mail_security_hint: () =>
    'If it was not you, choose a new password now: that signs everybody else out. Then check who can read your mail.',
  mail_security_button: () => 'It was not me',

  mail_device_subject: () => 'New sign-in to your account',
  mail_device_text: ({ browser, when }: { browser: string; when: string }) =>
    `Somebody signed in to your account with a browser that we had not seen there before: ${browser}, on ${when}. If it was you, there is nothing to do.`,
  sms_device: ({ browser }: { browser: string }) => `New sign-in to your account: ${browser}.`,

  mail_locked_subject: () => 'Wrong passwords for your account',
  mail_locked_text: ({ when }: { when: string }) =>
    `Five wrong passwords or codes in a row were entered for your account on ${when}. Signing in from browsers that you have not used before is locked for 15 minutes, and then opens by itself.`,
  mail_locked_hint: () =>
    'Your password still works in the browsers you have used, and you can set a new one at any time.',
  mail_locked_button: () => 'Choose a new password',

  sms_password: () => 'Your password was changed.',

  mail_two_factor_on_subject: () => 'Two-step sign-in is on',
  mail_two_factor_on_text: ({ when }: { when: string }) =>
    `Since ${when}, signing in to your account also asks for a code from an authenticator app. Keep your backup codes where you find them without your phone.`,
  sms_two_factor_on: () => 'Two-step sign-in was switched on.',

  mail_two_factor_off_subject: () => 'Two-step sign-in is off',
  mail_two_factor_off_text: ({ when }: { when: string }) =>
    `Since ${when}, signing in to your account no longer asks for a code. The password alone is enough.`,
  sms_two_factor_off: () => 'Two-step sign-in was switched off.',

  mail_codes_new_subject: () => 'You have new backup codes',
  mail_codes_new_text: ({ when }: { when: string }) =>
    `New backup codes were made for your account on ${when}. The old ones no longer work.`,

  mail_code_used_subject: () => 'A backup code was used',
  mail_code_used_text: ({ left, when }: { left: number; when: string }) =>
    `One of your backup codes was used to sign in on ${when}. ${left === 1 ? 'One is' : `${left} are`} left; you can make new ones among your security settings.`,

  mail_passkey_added_subject: () => 'A passkey was added',
  mail_passkey_added_text: ({ when }: { when: string }) =>
    `A passkey was added to your account on ${when}. It signs in without your password.`,
  mail_passkey_removed_subject: () => 'A passkey was removed',
  mail_passkey_removed_text: ({ when }: { when: string }) =>
    `A passkey was removed from your account on ${when}. It no longer signs in.`,

  mail_provider_added_subject: ({ provider }: { provider: string }) =>
    `You can now sign in with ${provider}`,
  mail_provider_added_text: ({ provider, when }: { provider: string; when: string }) =>
    `Your account was linked with ${provider} on ${when}. Who is signed in there can sign in here.`,
  mail_provider_removed_subject: ({ provider }: { provider: string }) => `${provider} was unlinked`,
  mail_provider_removed_text: ({ provider, when }: { provider: string; when: string }) =>
    `Your account was unlinked from ${provider} on ${when}. It no longer signs in here.`,

  mail_reused_subject: () => 'We ended a session of yours',
  mail_reused_text: ({ when }: { when: string }) =>
    `On ${when} a key of an app of yours was used twice, as happens when somebody has copied it. To be safe, that app was signed out; sign in there again.`,
  sms_reused: () => 'A key of one of your apps was used twice, so it was signed out.',

  mail_phone_new_subject: () => 'Your phone number was changed',
  mail_phone_new_text: ({ ending, when }: { ending: string; when: string }) =>
    `Since ${when}, security notices also go by SMS to the number that ends in ${ending}.`,
  mail_phone_gone_subject: () => 'Your phone number was removed',
  mail_phone_gone_text: ({ when }: { when: string }) =>
    `Your phone number was removed on ${when}. Security notices go by mail alone.`,

  mail_email_confirm_subject: () => 'Confirm your new e-mail address',
  mail_email_confirm_text: () =>
    'Somebody, probably you, wants to use this address for their Etude account from now on. Please confirm that it is yours:',
  mail_email_confirm_button: () => 'Use this address',
  mail_email_confirm_valid: () =>
    'The link works once, within 24 hours. If it was not you, ignore this mail: nothing will happen.',

  mail_email_taken_subject: () => 'Your address is already in use here',
  mail_email_taken_text: () =>
    'Somebody, perhaps you, wanted to move another Etude account to this address. It already belongs to your account, so nothing has changed.',

  mail_email_wanted_subject: () => 'Your e-mail address is about to change',
  mail_email_wanted_text: ({ when }: { when: string }) =>
    `On ${when} somebody who is signed in to your account asked to use another e-mail address for it. It changes when the new address is confirmed. If it was you, there is nothing to do here.`,
  mail_email_changed_subject: () => 'Your e-mail address was changed',
  mail_email_changed_text: ({ when }: { when: string }) =>
    `Since ${when}, your account uses another e-mail address, and this one no longer signs in.`,
  mail_email_undo_hint: () =>
    'If it was not you: this link keeps your address, signs everybody out, makes the password worthless and sends you a mail to choose a new one. It works for 72 hours after the change.',
  mail_email_undo_button: () => 'It was not me: undo it',
  sms_email_changed: () =>
    'Your e-mail address was changed. Not you? Open our mail at your old address to undo it.',

  mail_email_back_subject: () => 'Your e-mail address is back',
  mail_email_back_text: () =>
    'The change of your e-mail address was undone. Everybody is signed out, and your old password no longer works. Choose a new one with the link in our other mail.',
  mail_email_back_button: () => 'Send me that link again',

  mail_deletion_subject: () => 'Your account will be deleted',
  mail_deletion_text: ({ date }: { date: string }) =>
    `Your account and what it holds about you will be erased on ${date}. Until then you can sign in and keep it; a teaching page is no longer shown.`,
  mail_deletion_hint: () =>
    'If it was not you, choose a new password first, then keep your account.',
  mail_deletion_button: () => 'Keep my account',
  mail_deletion_off_subject: () => 'Your account stays',
  mail_deletion_off_text: () =>
    'Your account will not be deleted. If you teach, publish your page again to be found.',
  mail_deletion_off_button: () => 'Go to my account',

  mail_reset_second_subject: () => 'Your second step is about to be removed',
  mail_reset_second_text: ({ date }: { date: string }) =>
    `An operator was asked to remove two-step sign-in from your account. That happens on ${date}, so that you can stop it if it was not you who asked.`,
  mail_reset_second_button: () => 'Stop it',

  sms_not_you: ({ url }: { url: string }) => `Not you? Set a new password: ${url}`,
} as const;
