// Generated from openapi.json by bin/openapi.
export interface paths {
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register; a link is mailed */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/resend-verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail another verification link */
        post: operations["resendVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/verify-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Spend a verification link and sign in */
        post: operations["verifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/forgot-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail a reset link */
        post: operations["forgotPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a new password by a mailed link */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a password: the first step, and for most the only one */
        post: operations["logIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End this session everywhere */
        post: operations["logOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change my name, time zone or language */
        patch: operations["updateMe"];
        trace?: never;
    };
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where this person is signed in, newest first */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out one of one’s own sessions, everywhere at once */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/end-others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out everywhere but here */
        post: operations["endOtherSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/people/{personId}/end-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign somebody out everywhere */
        post: operations["endSessionsOfPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a refresh token, once, for a new pair
         * @description A refresh token that comes a second time ends its session, since one of the two may be a thief. Send one refresh at a time.
         */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/watch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Server-sent events: `ended` when this session is over */
        get: operations["watchSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I can prove myself with */
        get: operations["getWaysToConfirm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove again who you are, for what needs a proof from the last ten minutes */
        post: operations["confirmIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/change-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a new password and sign out everywhere else */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/security-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What touched the safety of one’s own account, newest first */
        get: operations["listSecurityLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/audit-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What touched the safety of accounts, and what operators did, newest first */
        get: operations["listAuditLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/2fa/setup/initiate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new secret for an authenticator app, as QR code and as key to type */
        post: operations["initiateTwoFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/2fa/setup/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn the second step on with a first code; other sessions end */
        post: operations["verifyTwoFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/2fa/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the second step is on, and how many backup codes are left */
        get: operations["getTwoFactorStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/2fa/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn the second step off; backup codes and trusted browsers go with it */
        post: operations["disableTwoFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/2fa/regenerate-backup-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ten new backup codes; the old ones are void */
        post: operations["regenerateBackupCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/2fa/pending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the sign-in of this browser waits for */
        get: operations["getPendingSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/2fa/verify-login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The second step of a sign-in: a code, a backup code or a passkey */
        post: operations["verifyLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/people/{personId}/reset-two-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the second step off in 72 hours, unless the person stops it by the mailed link */
        post: operations["resetTwoFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/2fa/stop-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep the second step that an operator is about to take off, by the mailed link */
        post: operations["stopTwoFactorReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/trusted-browsers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Browsers that are not asked for a second step, newest first */
        get: operations["listTrustedBrowsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/trusted-browsers/{browserId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ask this browser for the second step again */
        delete: operations["revokeTrustedBrowser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/trusted-browsers/revoke-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask every browser for the second step again */
        post: operations["revokeTrustedBrowsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a browser needs to ask for a passkey; good for 5 minutes and one answer */
        post: operations["askForPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a passkey, which counts as both steps */
        post: operations["signInWithPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys/register/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a browser needs to make a passkey; good for 5 minutes and one answer */
        post: operations["askForNewPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a passkey to the account */
        post: operations["addPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The passkeys of this account, newest first; at most 20 */
        get: operations["listPasskeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys/{passkeyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a passkey, unless it is the only way in */
        delete: operations["removePasskey"];
        options?: never;
        head?: never;
        /** Give a passkey another name */
        patch: operations["renamePasskey"];
        trace?: never;
    };
    "/api/v1/auth/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The other provider that one may sign in with, if there is one */
        get: operations["getOidcProvider"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oidc/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to sign in (or to link) at the provider; send the browser to the address */
        post: operations["startOidc"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oidc/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End what was begun at the provider, with what it sent back */
        post: operations["finishOidc"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oidc/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The accounts elsewhere that one may sign in with; one for each provider */
        get: operations["listOidcLinks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oidc/links/{linkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove such a link, unless it is the only way in */
        delete: operations["removeOidcLink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My confirmed number, and the one that waits for its code */
        get: operations["getPhone"];
        put?: never;
        post?: never;
        /** Forget my number; notices then go by mail alone */
        delete: operations["removePhone"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/phone/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a code to a number, to confirm that it is mine */
        post: operations["startPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/phone/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a new code; the one before no longer works */
        post: operations["resendPhoneCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/phone/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the code back: the number is mine */
        post: operations["verifyPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email-change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The new address that waits to be confirmed */
        get: operations["getEmailChange"];
        put?: never;
        /** Mail a link to a new address; the old one is told */
        post: operations["requestEmailChange"];
        /** Keep the address I have */
        delete: operations["cancelEmailChange"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email-change/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The link in the mail to the new address: it is now the account’s */
        post: operations["confirmEmailChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email-change/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The link in the mail to the old address: it was not me */
        post: operations["undoEmailChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that is kept about me */
        get: operations["exportMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/deletion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When my account will be erased, if it will */
        get: operations["getDeletion"];
        put?: never;
        /** Delete my account, after 14 days */
        post: operations["scheduleDeletion"];
        /** Keep my account */
        delete: operations["cancelDeletion"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/markets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Markets with currency, limits and units */
        get: operations["listMarkets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/markets/suggestion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The market to offer this visitor first */
        get: operations["suggestMarket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/market": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The market I have confirmed */
        get: operations["getMyMarket"];
        /** Confirm my market */
        put: operations["chooseMyMarket"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Places whose name begins like the text */
        get: operations["findPlaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My address book */
        get: operations["listAddresses"];
        put?: never;
        /** Keep an address */
        post: operations["addAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/addresses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget an address */
        delete: operations["deleteAddress"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/pictures/{digest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Keep a picture of mine no longer */
        delete: operations["deletePicture"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subjects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that is taught here */
        get: operations["listSubjects"];
        put?: never;
        /** Add a subject */
        post: operations["createSubject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subjects/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a subject */
        patch: operations["changeSubject"];
        trace?: never;
    };
    "/api/v1/instructors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All published teachers, oldest first */
        get: operations["listInstructors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instructors/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A teacher with the lessons on offer */
        get: operations["getInstructor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/instructor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My teaching profile, also as a draft */
        get: operations["getMyProfile"];
        /** Start or change my teaching profile */
        put: operations["saveMyProfile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/instructor/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let everybody see my profile */
        post: operations["publishMyProfile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/instructor/portrait": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Show a picture that I uploaded as my portrait, or with null the drawing again */
        put: operations["setMyPortrait"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/instructor/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Offer a lesson */
        post: operations["addMyService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/instructor/services/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Stop offering a lesson */
        delete: operations["removeMyService"];
        options?: never;
        head?: never;
        /** Change a lesson on offer */
        patch: operations["changeMyService"];
        trace?: never;
    };
    "/api/v1/payouts/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether I can be paid, and what is missing */
        get: operations["getPayoutAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts/account/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the payment provider whether I can be paid */
        post: operations["checkPayoutAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts/account/onboarding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The payment provider’s page where I say who I am and where to pay me */
        post: operations["startPayoutOnboarding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts/account/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The payment provider’s page where I change my bank and details */
        post: operations["openPayoutDashboard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My payouts, the latest first */
        get: operations["listPayouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts/{payoutId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of my payouts */
        get: operations["getPayout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts/{payoutId}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lessons that a payout is made of */
        get: operations["listPayoutLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payments, the newest first */
        get: operations["listPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One payment with everything that happened to it */
        get: operations["getPaymentStory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/payments/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look at the provider again, and do what is still to be done */
        post: operations["checkPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/payments/{id}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give back a part or all of a payment, for a reason */
        post: operations["refundPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/payment-calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calls to the provider that have no known end, or that a person must look at */
        get: operations["listWaitingPaymentCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/payment-calls/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try again now */
        post: operations["retryPaymentCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/payment-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events of the provider that fitted nothing of ours */
        get: operations["listParkedPaymentEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/payment-events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event as the provider sent it */
        get: operations["getPaymentEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/payment-events/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a parked event worked on again */
        post: operations["replayPaymentEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What payers’ banks ask back, the newest first */
        get: operations["listDisputes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/disputes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One dispute with the draft of our answer */
        get: operations["getDispute"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/disputes/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change the draft of our answer; the bank sees nothing of it yet */
        put: operations["saveDisputeEvidence"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/disputes/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the answer to the bank, or give in; once and for all */
        post: operations["answerDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Comparisons of our books with the provider’s, the newest first */
        get: operations["listReconciliations"];
        put?: never;
        /** Compare the books now, rather than tonight */
        post: operations["startReconciliation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/reconciliations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report of one comparison */
        get: operations["getReconciliation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/reconciliation-cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Differences between our books and the provider’s, the newest first */
        get: operations["listReconciliationCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/reconciliation-cases/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a case with an explanation */
        post: operations["closeReconciliationCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/earnings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What my lessons bring, with every deduction, the latest first
         * @description price − returned − commission − netted = earned
         */
        get: operations["listEarnings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/earnings/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I have to come, by currency */
        get: operations["summariseEarnings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/earnings/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Months in which something moved, the latest first */
        get: operations["listStatements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/earnings/statements/{month}/statement.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A month’s statement for a spreadsheet */
        get: operations["getStatementCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/earnings/statements/{month}/statement.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A month’s statement as PDF */
        get: operations["getStatementPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I have paid, newest first */
        get: operations["listMyPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One payment of mine */
        get: operations["getMyPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/payments/{id}/receipt.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The receipt of a payment of mine as PDF */
        get: operations["getReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/payments/{id}/invoice.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The invoice of a payment of mine as PDF */
        get: operations["getInvoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My saved cards */
        get: operations["listMyCards"];
        put?: never;
        /** A page of the provider on which I save a card */
        post: operations["startCardSetup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/cards/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** My saved cards after a look at the provider */
        post: operations["checkMyCards"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/cards/{id}/default": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Pay with this card from now on */
        put: operations["chooseDefaultCard"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/cards/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget a saved card */
        delete: operations["removeCard"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plus/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What Etude Plus costs in a market */
        get: operations["listPlusPlans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/plus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How I stand with Etude Plus */
        get: operations["getMyPlus"];
        put?: never;
        /** A page of the provider on which I subscribe */
        post: operations["subscribeToPlus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/plus/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How I stand with Etude Plus, after a look at the provider */
        post: operations["checkMyPlus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/plus/portal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The provider’s own pages about my subscription */
        post: operations["openPlusPortal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/plus/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What another plan costs me, before I change */
        get: operations["previewPlusChange"];
        put?: never;
        /** Change to another plan, for just what was shown */
        post: operations["changePlusPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/plus/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What it means to end Etude Plus, now or with the period */
        get: operations["quotePlusCancellation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/plus/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End Etude Plus */
        post: operations["cancelPlus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/plus/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep Etude Plus after all */
        post: operations["resumePlus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instructors/{id}/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Free times of a teacher for one lesson */
        get: operations["listSlots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instructors/{id}/slots/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why a time is not offered */
        get: operations["explainSlot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My weekly hours */
        get: operations["getMyAvailability"];
        /**
         * Replace my weekly hours
         * @description Limits that are left out take their defaults. Lessons that are booked stay.
         */
        put: operations["setMyAvailability"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/week": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Seven days of my teaching calendar */
        get: operations["getMyWeek"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold a slot for ten minutes
         * @description Works without an account: a cookie names the guest. The same request again answers 200 with the same hold.
         */
        post: operations["requestBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A booking, as one of its sides */
        get: operations["getBooking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a hold mine that I took as a guest */
        post: operations["claimBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a hold go */
        post: operations["releaseBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/checkout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go and pay for a held slot
         * @description Claims a hold taken as a guest, and keeps the slot for 15 minutes from when it was taken.
         */
        post: operations["startBookingCheckout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/payment-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the payment provider where the payment is */
        post: operations["checkBookingPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the lesson that I was asked for as the instructor
         * @description Who comes too late is answered 409: request_answered, request_withdrawn or request_expired.
         */
        post: operations["acceptBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline the lesson that I was asked for as the instructor
         * @description Nothing is kept of the payment. Refused like an acceptance.
         */
        post: operations["declineBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What cancelling now would give back */
        get: operations["quoteCancellation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel for the refund that was shown
         * @description Another refund than the expected one answers 409 quote_changed with the new quote in `details`.
         */
        post: operations["cancelBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lesson as a calendar file */
        get: operations["getBookingCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/lessons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My lessons as a learner, ten a page */
        get: operations["listMyLessons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/no-show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say as the instructor that the learner did not come
         * @description From 15 minutes after the start until 48 hours after the end.
         */
        post: operations["reportNoShow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/problem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say as the learner what went wrong
         * @description Until 48 hours after the end; the money is held until it is settled.
         */
        post: operations["reportProblem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/lesson-problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Problems that learners reported and nobody has settled */
        get: operations["listLessonProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/lesson-problems/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A problem that a learner reported, and how it was settled */
        get: operations["getLessonProblem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/lesson-problems/{id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide what a learner gets back */
        post: operations["settleLessonProblem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/libraries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be practised here */
        get: operations["listLibraries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/poses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Yoga poses by name, level and area */
        get: operations["listPoses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/poses/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One yoga pose */
        get: operations["getPose"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exercises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exercises of a library by name, level and area */
        get: operations["listExercises"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exercises/{library}/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One exercise of a library */
        get: operations["getExercise"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sequences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sequences of the libraries */
        get: operations["listSequences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sequences/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One sequence with its steps: of the library, my own, or shared by its address */
        get: operations["getSequence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sequences/make": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A practice to a wish: minutes, areas, level, what to leave out */
        post: operations["makePractice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/illustrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the figures of exercises are drawn from */
        get: operations["listIllustrations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/practice-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I practised, newest first */
        get: operations["listPracticeSessions"];
        put?: never;
        /**
         * Keep a finished practice
         * @description The device makes the id. Sent again, it answers 200 with what was kept first and counts nothing.
         */
        post: operations["recordPracticeSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/practice-sessions/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep what was practised offline, each session for itself */
        post: operations["syncPracticeSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/practice-sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One practice of mine */
        get: operations["getPracticeSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What my practice adds up to */
        get: operations["getProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/practice-goals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My goals and this week */
        get: operations["listPracticeGoals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/practice-goals/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Practise so many days or minutes a week */
        put: operations["setPracticeGoal"];
        post?: never;
        /** Have no such goal */
        delete: operations["dropPracticeGoal"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/favourites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Instructors, exercises and sequences that I like, newest first */
        get: operations["listFavourites"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/favourites/{kind}/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether it is among my favourites */
        get: operations["hasFavourite"];
        /** Keep among my favourites */
        put: operations["addFavourite"];
        post?: never;
        /** Take from my favourites */
        delete: operations["dropFavourite"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/exercise-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My notes on exercises */
        get: operations["listExerciseNotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/exercise-notes/{library}/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My note on an exercise */
        get: operations["getExerciseNote"];
        /** Write my note on an exercise */
        put: operations["writeExerciseNote"];
        post?: never;
        /** Delete my note on an exercise */
        delete: operations["dropExerciseNote"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sequences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My own sequences, newest first */
        get: operations["listOwnSequences"];
        put?: never;
        /** Keep a sequence of my own */
        post: operations["createSequence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sequences/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of my own sequences, with what is worth a thought */
        get: operations["getOwnSequence"];
        /**
         * Change a sequence of mine
         * @description Answers 409 sequence_changed where it was saved since `version` was read.
         */
        put: operations["changeSequence"];
        post?: never;
        /** Delete a sequence of mine */
        delete: operations["deleteSequence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sequences/{slug}/sharing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Show a sequence of mine to whoever has its address, or to nobody */
        put: operations["shareSequence"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sequences/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a sequence would come to, before it is kept */
        post: operations["checkSequence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/practice-cautions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What my body asks to be careful with */
        get: operations["getPracticeCautions"];
        /** Say what my body asks to be careful with */
        put: operations["setPracticeCautions"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authoring/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The exercises or sequences that I may edit, by name */
        get: operations["listAuthoredItems"];
        put?: never;
        /** Begin an exercise or a sequence as a draft */
        post: operations["createAuthoredItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authoring/items/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An exercise or a sequence as I work on it, and what keeps it from being published */
        get: operations["getAuthoredItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authoring/items/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep what I typed, whole or not; nobody else sees it */
        put: operations["saveDraft"];
        post?: never;
        /** Throw the draft away; what is published stays */
        delete: operations["discardDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authoring/items/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The draft as its page would show it */
        get: operations["previewItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authoring/items/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish the draft, or show again what was unpublished */
        post: operations["publishItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authoring/items/{id}/unpublish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take it out of the library; sequences that use it keep it */
        post: operations["unpublishItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authoring/items/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was published, by whom and when */
        get: operations["listItemHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authoring/items/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put what was published once into the draft */
        post: operations["restoreItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/homework": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What my instructors gave me to practise, and how far I am */
        get: operations["listMyHomework"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/homework": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I gave the learners of these lessons, and what they have done of it */
        get: operations["listGivenHomework"];
        put?: never;
        /** Give the learner of a lesson a sequence to practise */
        post: operations["assignHomework"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/homework/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take homework back */
        delete: operations["endHomework"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instructors/{id}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What learners say of a teacher, newest first */
        get: operations["listReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search/understand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a wish in plain words asks for */
        get: operations["understandWish"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Instructors who fit, a page at a time */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload a JPEG, PNG or WebP picture of at most 10 MB */
        post: operations["uploadPicture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Receive a signed event of the payment provider */
        post: operations["receivePaymentEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/payments/{platform}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Receive a signed event for the platform account of one market */
        post: operations["receivePlatformPaymentEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/disputes/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload a PDF, JPEG or PNG of at most 4 MB to the provider, into a field of the draft */
        post: operations["uploadDisputeFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccountExport: {
            /** @enum {string} */
            format: "etude-account";
            /** @description of the shape of data */
            version: number;
            /** Format: date-time */
            exportedAt: string;
            /** Format: uuid */
            personId: string;
            /** @description by part of the product */
            data: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        };
        AuthoredItem: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "exercise" | "sequence";
            library: string;
            slug: string;
            name: string;
            /**
             * @description archived: was published, and is no longer shown
             * @enum {string}
             */
            status: "draft" | "published" | "archived";
            hasDraft: boolean;
            /** @description changed here: the next release leaves it alone */
            isEdited: boolean;
            /** @description came with the product */
            isShipped: boolean;
            /** Format: date-time */
            updatedAt: string;
            plus: boolean;
        };
        Booking: {
            title: string;
            /** Format: uuid */
            id: string;
            reference: string;
            /** @enum {string} */
            status: "held" | "requested" | "confirmed" | "in_progress" | "completed" | "cancelled" | "expired" | "declined" | "no_show" | "disputed";
            /** @enum {string} */
            viewer: "learner" | "instructor" | "guest" | "operator";
            subjectSlug: string;
            /** @description RFC 3339, in UTC */
            startsAt: string;
            /** @description RFC 3339, in UTC */
            endsAt: string;
            /** @enum {string} */
            place: "online" | "instructor";
            placeName: string | null;
            price: components["schemas"]["Money"];
            holdExpiresAt: string | null;
            answerBy: string | null;
            counterpart: {
                name: string;
                slug: string | null;
                portrait: string | null;
            } | null;
            /** Format: uuid */
            serviceId: string;
            /** Format: uuid */
            instructorId: string;
            marketCode: string;
            learnerTimeZone: string;
            instructorTimeZone: string;
            split: {
                instructor: components["schemas"]["Money"];
                commission: components["schemas"]["Money"];
            };
            policy: {
                /** @enum {string} */
                kind: "flexible" | "standard" | "strict";
                /** @description cancelling up to and including `until` gives `refund` back; after the last, nothing */
                deadlines: {
                    /** @description RFC 3339, in UTC */
                    until: string;
                    refundBasisPoints: number;
                    refund: components["schemas"]["Money"];
                }[];
            };
            /** @description paid after the hold had ended and the slot was gone: everything goes back */
            paidTooLate: boolean;
            cancellation: {
                /** @description RFC 3339, in UTC */
                at: string;
                /**
                 * @description system: the payment failed for good
                 * @enum {string}
                 */
                by: "learner" | "instructor" | "system";
                refund: components["schemas"]["Money"];
                /**
                 * @description where the money is before the cancellation: not asked for, reserved, taken
                 * @enum {string}
                 */
                money: "untouched" | "reserved" | "taken";
                /** @description it was only asked for: no lesson was cancelled */
                withdrawn: boolean;
            } | null;
            /** @description the instructor confirms by hand */
            byHand: boolean;
            declineNote: string | null;
            chargedAt: string | null;
            /** @description the saved card was declined: the learner has to pay on the payment page */
            paymentNeeded: boolean;
            noShowBy: ("learner" | "instructor") | null;
            /** @description until when something can be said about the lesson */
            reportsUntil: string;
            problem: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "instructor_absent" | "cut_short" | "technical" | "quality" | "other";
                text: string | null;
                /** @description RFC 3339, in UTC */
                reportedAt: string;
                settledAt: string | null;
                refund: components["schemas"]["Money"] | null;
            } | null;
            actions: {
                claim: boolean;
                checkout: boolean;
                release: boolean;
                accept: boolean;
                decline: boolean;
                cancel: boolean;
                calendar: boolean;
                pay: boolean;
                reportNoShow: boolean;
                reportProblem: boolean;
            };
        };
        CheckedSequence: {
            seconds: number;
            changeSeconds: number;
            /** @enum {string} */
            level: "beginner" | "intermediate" | "advanced";
            steps: components["schemas"]["SequenceStep"][];
            /** @description worth a thought for the one who asks; nothing is forbidden */
            warnings: components["schemas"]["SequenceWarning"][];
        };
        Exercise: {
            slug: string;
            name: string;
            original: string | null;
            /** @enum {string} */
            level: "beginner" | "intermediate" | "advanced";
            category: string;
            areas: string[];
            /** @description recommended, for each side */
            seconds: number;
            twoSided: boolean;
            /** @description for subscribers */
            plus: boolean;
            figure: string | null;
            library: string;
            aliases: string[];
            steps: string[];
            benefits: string[];
            contraindications: string[];
            precautions: string[];
            safety: string;
            breath: string;
            stepCount: number;
            /** @description only the first steps are shown; the rest is for subscribers */
            locked: boolean;
            photo: components["schemas"]["ExercisePicture"] | null;
            picture: string | null;
            preparatory: {
                slug: string;
                name: string;
                original: string | null;
                figure: string | null;
            }[];
            counter: {
                slug: string;
                name: string;
                original: string | null;
                figure: string | null;
            }[];
            related: {
                slug: string;
                name: string;
                original: string | null;
                figure: string | null;
            }[];
        };
        ExerciseCard: {
            slug: string;
            name: string;
            original: string | null;
            /** @enum {string} */
            level: "beginner" | "intermediate" | "advanced";
            category: string;
            areas: string[];
            /** @description recommended, for each side */
            seconds: number;
            twoSided: boolean;
            /** @description for subscribers */
            plus: boolean;
            figure: string | null;
        };
        ExerciseContent: {
            name: string;
            original: string | null;
            aliases: string[];
            /** @enum {string} */
            level: "beginner" | "intermediate" | "advanced";
            category: string;
            areas: string[];
            seconds: number;
            twoSided: boolean;
            steps: string[];
            benefits: string[];
            contraindications: ("ankles" | "dizziness" | "elbows" | "eye-pressure" | "feet" | "fingers" | "hamstrings" | "headache" | "heart" | "high-blood-pressure" | "hips" | "knees" | "low-blood-pressure" | "lower-back" | "neck" | "osteoporosis" | "pregnancy" | "recent-surgery" | "reflux" | "ribs" | "shoulders" | "wrists")[];
            precautions: ("ankles" | "dizziness" | "elbows" | "eye-pressure" | "feet" | "fingers" | "hamstrings" | "headache" | "heart" | "high-blood-pressure" | "hips" | "knees" | "low-blood-pressure" | "lower-back" | "neck" | "osteoporosis" | "pregnancy" | "recent-surgery" | "reflux" | "ribs" | "shoulders" | "wrists")[];
            safety: string;
            breath: string;
            preparatory: string[];
            counter: string[];
            related: string[];
            illustration: ({
                /** @enum {string} */
                kind: "figure";
                /** @description see src/figures */
                pose: {
                    [key: string]: unknown;
                };
            } | {
                /** @enum {string} */
                kind: "keys";
                from: string;
                to: string;
                right?: (string | number)[][];
                left?: (string | number)[][];
            }) | null;
            photo: components["schemas"]["ExercisePhoto"] | null;
            /** @description for subscribers */
            plus: boolean;
        };
        ExerciseNote: {
            library: string;
            /** @description of the exercise */
            slug: string;
            /** @description of the exercise */
            name: string;
            text: string;
            /** Format: date-time */
            updatedAt: string;
        };
        ExercisePhoto: {
            digest: string;
            width: number;
            height: number;
            placeholder: string;
        };
        ExercisePicture: {
            digest: string;
            width: number;
            height: number;
            /** @description a tiny picture as a data address */
            placeholder: string;
            files: {
                url: string;
                width: number;
                type: string;
            }[];
        };
        Favourite: {
            /** @enum {string} */
            kind: "instructor" | "exercise" | "sequence";
            library: string | null;
            slug: string;
            name: string | null;
            figure: string | null;
            available: boolean;
            /** Format: date-time */
            savedAt: string;
        };
        Homework: {
            /** Format: uuid */
            id: string;
            sequence: {
                library: string;
                slug: string;
                name: string;
                /** @description when it was given */
                seconds: number;
                figures: string[];
                /** @description false: it was unpublished or is private since */
                available: boolean;
            };
            /** @description the target */
            times: number;
            /** @description sessions until the day it is due; half of the sequence counts */
            done: number;
            /** @description sessions after that day */
            late: number;
            /** Format: date */
            dueOn: string;
            note: string;
            /** @enum {string} */
            state: "open" | "done" | "overdue" | "ended";
            lastDoneAt: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        Instructor: {
            /** Format: uuid */
            id: string;
            slug: string;
            displayName: string;
            headline: string;
            bio: string;
            lessonText: string;
            languages: string[];
            /** @description to be seen at /portraits/{portrait}.svg */
            portrait: string;
            marketCode: string;
            placeName: string | null;
            point: {
                lat: number;
                lng: number;
            } | null;
            timeZone: string;
            services: components["schemas"]["Service"][];
            /** @description an invented person of the demo data */
            isDemo: boolean;
            /** @description ready for structured data and link previews */
            facts: {
                url: string;
                image: string;
                knowsAbout: string[];
                knowsLanguage: string[];
                areaServed: string | null;
                country: string;
                prices: {
                    min: components["schemas"]["Money"];
                    max: components["schemas"]["Money"];
                } | null;
                publishedAt: string;
                updatedAt: string;
            };
        };
        ItemInWork: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "exercise" | "sequence";
            library: string;
            slug: string;
            name: string;
            /**
             * @description archived: was published, and is no longer shown
             * @enum {string}
             */
            status: "draft" | "published" | "archived";
            hasDraft: boolean;
            /** @description changed here: the next release leaves it alone */
            isEdited: boolean;
            /** @description came with the product */
            isShipped: boolean;
            /** Format: date-time */
            updatedAt: string;
            own: boolean;
            /** @description of the draft as it stands; 0 without one */
            draftVersion: number;
            publishedVersion: number | null;
            choices: {
                areas: string[];
                categories: string[];
            };
            exercise: components["schemas"]["ExerciseContent"] | null;
            sequence: components["schemas"]["SequenceContent"] | null;
            /** @description what keeps it from being published */
            faults: {
                field: string;
                text: string;
            }[];
        };
        LessonHomework: {
            /** Format: uuid */
            bookingId: string;
            /** @description the two have had a lesson */
            mayAssign: boolean;
            homework: components["schemas"]["Homework"][];
        };
        Library: {
            slug: string;
            exercises: number;
            sequences: number;
            areas: string[];
        };
        MadePractice: {
            seconds: number;
            changeSeconds: number;
            /** @description the same gives the same again */
            seed: number;
            steps: components["schemas"]["SequenceStep"][];
        };
        Market: {
            code: "us" | "gb" | "in" | "jp";
            name: string;
            currency: string;
            /** @description digits after the point of the currency */
            exponent: number;
            locales: string[];
            timeZone: string;
            taxNote: string;
            priceMin: components["schemas"]["Money"];
            priceMax: components["schemas"]["Money"];
            /** @description our share of a price, in basis points */
            commissionBp: number;
            distanceUnit: "mi" | "km";
            paymentMethods: string[];
        };
        Money: {
            /** @description amount in minor units of the currency */
            minor: number;
            currency: string;
        };
        MyHomework: {
            /** Format: uuid */
            id: string;
            sequence: {
                library: string;
                slug: string;
                name: string;
                /** @description when it was given */
                seconds: number;
                figures: string[];
                /** @description false: it was unpublished or is private since */
                available: boolean;
            };
            /** @description the target */
            times: number;
            /** @description sessions until the day it is due; half of the sequence counts */
            done: number;
            /** @description sessions after that day */
            late: number;
            /** Format: date */
            dueOn: string;
            note: string;
            /** @enum {string} */
            state: "open" | "done" | "overdue" | "ended";
            lastDoneAt: string | null;
            /** Format: date-time */
            createdAt: string;
            from: {
                name: string;
                slug: string;
                portrait: string;
            } | null;
        };
        MyPlus: {
            hasPlus: boolean;
            /** @description the next subscription begins with a trial */
            mayTry: boolean;
            subscription: {
                /** @enum {unknown} */
                status: "created" | "open" | "trialing" | "active" | "cancelling" | "grace" | "past_due" | "ended" | "abandoned";
                plan: components["schemas"]["PlusPlan"];
                nextPlan: components["schemas"]["PlusPlan"] | null;
                trialEndsAt: string | null;
                periodEndsAt: string | null;
                endsAt: string | null;
                endedAt: string | null;
                graceEndsAt: string | null;
                payUrl: string | null;
                card: {
                    brand: string;
                    last4: string;
                } | null;
            } | null;
        };
        OwnProfile: {
            /** Format: uuid */
            id: string;
            slug: string;
            displayName: string;
            headline: string;
            bio: string;
            lessonText: string;
            languages: string[];
            /** @description to be seen at /portraits/{portrait}.svg */
            portrait: string;
            marketCode: string;
            placeName: string | null;
            point: {
                lat: number;
                lng: number;
            } | null;
            timeZone: string;
            services: components["schemas"]["Service"][];
            placeSlug: string | null;
            status: "draft" | "published";
            /** @description what must be added before publishing */
            missing: string[];
        };
        OwnSequence: {
            slug: string;
            library: string;
            name: string;
            /** @enum {string} */
            level: "beginner" | "intermediate" | "advanced";
            summary: string;
            audience: string;
            benefits: string[];
            /** @description with the changes between steps */
            seconds: number;
            changeSeconds: number;
            plus: boolean;
            /** @enum {string} */
            by: "library" | "me" | "another";
            picture: string | null;
            steps: components["schemas"]["SequenceStep"][];
            shared: boolean;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            /** @description worth a thought for the one who asks; nothing is forbidden */
            warnings: components["schemas"]["SequenceWarning"][];
        };
        OwnSequenceCard: {
            slug: string;
            library: string;
            name: string;
            /** @enum {string} */
            level: "beginner" | "intermediate" | "advanced";
            summary: string;
            audience: string;
            benefits: string[];
            /** @description with the changes between steps */
            seconds: number;
            changeSeconds: number;
            plus: boolean;
            stepCount: number;
            figures: string[];
            shared: boolean;
            version: number;
            /** Format: date-time */
            updatedAt: string;
        };
        Payment: {
            /** Format: uuid */
            id: string;
            /** @enum {unknown} */
            kind: "lesson" | "plus";
            bookingId: string | null;
            description: string | null;
            /** @enum {unknown} */
            status: "held" | "paid" | "released" | "partly_refunded" | "refunded" | "due" | "checking";
            amount: components["schemas"]["Money"];
            refunded: components["schemas"]["Money"];
            reason: string | null;
            refunds: {
                amount: components["schemas"]["Money"];
                /** @enum {unknown} */
                status: "pending" | "succeeded" | "failed";
                /** Format: date-time */
                at: string;
                /** Format: date-time */
                arrivesBy: string;
            }[];
            card: {
                brand: string;
                last4: string;
            } | null;
            payUrl: string | null;
            /** Format: date-time */
            at: string;
            hasReceipt: boolean;
        };
        PendingEmailChange: {
            newEmail: string;
            /** Format: date-time */
            expiresAt: string;
        };
        PendingPhone: {
            /** @description E.164 */
            phone: string;
            /** Format: date-time */
            expiresAt: string;
            /**
             * Format: date-time
             * @description from when on another code may be asked for
             */
            resendAt: string;
            /** @description 0: only a new code helps */
            triesLeft: number;
        };
        Picture: {
            digest: string;
            /** @description pixels, as shown */
            width: number;
            /** @description pixels, as shown */
            height: number;
            /** @description a tiny picture as a data address */
            placeholder: string;
            /** @description never change: their address is made from what they show */
            files: {
                url: string;
                width: number;
                type: string;
            }[];
        };
        PlusChangePreview: {
            plan: components["schemas"]["PlusPlan"];
            /** @enum {unknown} */
            change: "swap" | "now" | "later" | "stay" | "none";
            dueNow: components["schemas"]["Money"];
            lines: {
                amount: components["schemas"]["Money"];
                proration: boolean;
            }[];
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            renewsAt: string;
            /** Format: date-time */
            at: string;
        };
        PlusPlan: {
            id: string;
            market: string;
            /** @enum {unknown} */
            interval: "month" | "year";
            price: components["schemas"]["Money"];
            trialDays: number;
        };
        PracticeCautions: {
            cautions: ("ankles" | "dizziness" | "elbows" | "eye-pressure" | "feet" | "fingers" | "hamstrings" | "headache" | "heart" | "high-blood-pressure" | "hips" | "knees" | "low-blood-pressure" | "lower-back" | "neck" | "osteoporosis" | "pregnancy" | "recent-surgery" | "reflux" | "ribs" | "shoulders" | "wrists")[];
        };
        PracticeGoal: {
            /** @enum {string} */
            kind: "days_per_week" | "minutes_per_week";
            target: number;
            /** Format: date-time */
            since: string;
            /**
             * Format: date
             * @description the Monday of this week
             */
            week: string;
            /** @description days or minutes of this week */
            done: number;
            reached: boolean;
        };
        PracticeProgress: {
            /** Format: date */
            today: string;
            sessions: number;
            /** @description what counts of the time practised */
            seconds: number;
            streak: {
                /** @description days */
                current: number;
                /** @description days */
                best: number;
                /** @description lives on its day of grace: practise today or it ends */
                atRisk: boolean;
            };
            calendar: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
                /** @description those with practice */
                days: {
                    /** Format: date */
                    day: string;
                    sessions: number;
                    /** @description what counts of the time practised */
                    seconds: number;
                }[];
            };
            /** @description of these twelve weeks, most first */
            areas: {
                area: string | null;
                /** @description what counts of the time practised */
                seconds: number;
            }[];
            /** @description the last twelve, oldest first */
            weeks: {
                /**
                 * Format: date
                 * @description its Monday
                 */
                week: string;
                days: number;
                sessions: number;
                /** @description what counts of the time practised */
                seconds: number;
            }[];
            goals: components["schemas"]["PracticeGoal"][];
            achievements: {
                /** @enum {string} */
                key: "sessions_1" | "sessions_10" | "sessions_50" | "sessions_100" | "sessions_365" | "streak_3" | "streak_7" | "streak_30" | "streak_100" | "minutes_60" | "minutes_600" | "minutes_3000" | "minutes_6000" | "longest_45" | "exercises_10" | "exercises_50" | "exercises_100" | "areas_6" | "sequences_3" | "sequences_10" | "mornings_5" | "evenings_5" | "steady_4" | "steady_26";
                target: number;
                done: number;
                earnedAt: string | null;
            }[];
        };
        PracticeSession: {
            title: string;
            id: string;
            library: string;
            sequence: string | null;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            finishedAt: string;
            /** @description practised, without pauses */
            seconds: number;
            /** @description less than `seconds` where another session at the same time has counted them */
            countedSeconds: number;
            stepsDone: number;
            timeZone: string;
            /** Format: date */
            localDay: string;
            exercises: {
                /** @description slug */
                exercise: string;
                name: string | null;
                times: number;
                seconds: number;
            }[];
        };
        PracticeSessionCard: {
            title: string;
            id: string;
            library: string;
            sequence: string | null;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            finishedAt: string;
            /** @description practised, without pauses */
            seconds: number;
            /** @description less than `seconds` where another session at the same time has counted them */
            countedSeconds: number;
            stepsDone: number;
            timeZone: string;
            /** Format: date */
            localDay: string;
        };
        /** @description RFC 9457 problem details */
        Problem: {
            title: string;
            type: string;
            status: number;
            code: string;
            detail: string;
            requestId: string;
            errors?: {
                field: string;
                code: string;
                detail: string;
            }[];
            details?: {
                [key: string]: unknown;
            };
        };
        Revision: {
            version: number;
            name: string;
            by: string | null;
            /** Format: date-time */
            publishedAt: string;
            isCurrent: boolean;
            /** @description fields that differ from the one before */
            changed: string[];
        };
        SavedCard: {
            /** Format: uuid */
            id: string;
            brand: string;
            last4: string;
            expMonth: number;
            expYear: number;
            isDefault: boolean;
            isExpired: boolean;
            /** @description Etude Plus is paid with it */
            paysPlus: boolean;
        };
        Sequence: {
            slug: string;
            library: string;
            name: string;
            /** @enum {string} */
            level: "beginner" | "intermediate" | "advanced";
            summary: string;
            audience: string;
            benefits: string[];
            /** @description with the changes between steps */
            seconds: number;
            changeSeconds: number;
            plus: boolean;
            /** @enum {string} */
            by: "library" | "me" | "another";
            picture: string | null;
            steps: components["schemas"]["SequenceStep"][];
            stepCount: number;
            /** @description only the first steps are shown; the rest is for subscribers */
            locked: boolean;
        };
        SequenceCard: {
            slug: string;
            library: string;
            name: string;
            /** @enum {string} */
            level: "beginner" | "intermediate" | "advanced";
            summary: string;
            audience: string;
            benefits: string[];
            /** @description with the changes between steps */
            seconds: number;
            changeSeconds: number;
            plus: boolean;
            stepCount: number;
            figures: string[];
        };
        SequenceContent: {
            name: string;
            /** @enum {string} */
            level: "beginner" | "intermediate" | "advanced";
            summary: string;
            audience: string;
            benefits: string[];
            changeSeconds: number;
            steps: {
                exercise: string;
                side: ("left" | "right") | null;
                seconds: number;
                transition: string | null;
            }[];
            /** @description for subscribers */
            plus: boolean;
        };
        SequenceStep: {
            exercise: components["schemas"]["ExerciseCard"];
            side: ("left" | "right") | null;
            seconds: number;
            transition: string | null;
            breath: string;
        };
        SequenceWarning: {
            /** @enum {string} */
            code: "contraindicated" | "no_warm_up" | "missing_side" | "uneven_sides" | "take_care" | "left_library";
            /** @description the first that it is about, from 1 on */
            step: number;
            /** @description slug */
            exercise: string;
            name: string;
            side: ("left" | "right") | null;
            seconds: number | null;
            cautions: ("ankles" | "dizziness" | "elbows" | "eye-pressure" | "feet" | "fingers" | "hamstrings" | "headache" | "heart" | "high-blood-pressure" | "hips" | "knees" | "low-blood-pressure" | "lower-back" | "neck" | "osteoporosis" | "pregnancy" | "recent-surgery" | "reflux" | "ribs" | "shoulders" | "wrists")[];
        };
        Service: {
            title: string;
            /** Format: uuid */
            id: string;
            subject: {
                slug: string;
                name: string;
            };
            durationMinutes: number;
            price: components["schemas"]["Money"];
            place: "online" | "instructor";
            active: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                    displayName: string;
                    /** @default learner */
                    role?: "learner" | "instructor";
                    locale?: string;
                    /** Format: time-zone */
                    timeZone?: string;
                    /** @description path on this site to go on with */
                    returnTo?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        message: string;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resendVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    /** @description path on this site to go on with */
                    returnTo?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        message: string;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        returnTo: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    forgotPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        message: string;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                    /** @default false */
                    remember?: boolean;
                    /** @default browser */
                    client?: "browser" | "api";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "signed_in";
                        /** @description for programs alone; browsers get a cookie */
                        tokens?: {
                            accessToken: string;
                            /** Format: date-time */
                            accessExpiresAt: string;
                            /** @description works once */
                            refreshToken: string;
                            /** Format: date-time */
                            refreshExpiresAt: string;
                        };
                    } | {
                        /** @enum {string} */
                        status: "second_step";
                        methods: ("totp" | "backup_code" | "passkey")[];
                        /** Format: date-time */
                        expiresAt: string;
                        /** @description for programs alone */
                        pendingToken?: string;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        email: string;
                        displayName: string;
                        roles: ("learner" | "instructor" | "operator")[];
                        operatorScopes: ("people" | "catalog" | "payments" | "content" | "markets")[];
                        /** @description IANA zone */
                        timeZone: string;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    displayName?: string;
                    /** Format: time-zone */
                    timeZone?: string;
                    locale?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        email: string;
                        displayName: string;
                        roles: ("learner" | "instructor" | "operator")[];
                        operatorScopes: ("people" | "catalog" | "payments" | "content" | "markets")[];
                        /** @description IANA zone */
                        timeZone: string;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @description the one that asks */
                            current: boolean;
                            client: "browser" | "api";
                            /** @description as in "Firefox on Linux" */
                            browser: string;
                            address: string | null;
                            methods: string[];
                            remember: boolean;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            lastSeenAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ended: number;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSessionsOfPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ended: number;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    refreshToken: string;
                };
            };
        };
        responses: {
            /** @description for programs alone; browsers get a cookie */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accessToken: string;
                        /** Format: date-time */
                        accessExpiresAt: string;
                        /** @description works once */
                        refreshToken: string;
                        /** Format: date-time */
                        refreshExpiresAt: string;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    watchSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWaysToConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        methods: ("password" | "totp" | "passkey")[];
                        /** @description linked provider, where signing in anew proves as much */
                        provider: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description one of the three */
        requestBody: {
            content: {
                "application/json": {
                    password?: string;
                    code?: string;
                    /** @description PublicKeyCredential.toJSON() of navigator.credentials.get() */
                    passkey?: {
                        id: string;
                        rawId: string;
                        /** @enum {string} */
                        type: "public-key";
                        response: {
                            clientDataJSON: string;
                            authenticatorData: string;
                            signature: string;
                            userHandle?: string | null;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currentPassword: string;
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSecurityLog: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            at: string;
                            /** @description such as password_changed */
                            action: string;
                            address: string | null;
                            details: {
                                [key: string]: string | number | boolean;
                            };
                            /** @description unknown: had not signed in (yet) */
                            by: "you" | "unknown" | "operator" | "system";
                            browser: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuditLog: {
        parameters: {
            query?: {
                personId?: string;
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            at: string;
                            /** @description such as password_changed */
                            action: string;
                            address: string | null;
                            details: {
                                [key: string]: string | number | boolean;
                            };
                            personId: string | null;
                            actorKind: "person" | "anonymous" | "system";
                            actorId: string | null;
                            requestId: string;
                            userAgent: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    initiateTwoFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description key to type into the app: base32 in groups of four */
                        secret: string;
                        /** @description what the QR code says */
                        otpauthUri: string;
                        /** @description the QR code, drawn as SVG */
                        qrSvg: string;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyTwoFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ten, shown this once */
                        backupCodes: string[];
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTwoFactorStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        enabled: boolean;
                        enabledAt: string | null;
                        backupCodesLeft: number;
                        /** @description true from 3 codes left on: time to make new ones */
                        backupCodesFew: boolean;
                        trustedBrowserDays: number;
                        /** @description when an operator takes the second step off, unless it is stopped */
                        resetTakesEffectAt: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disableTwoFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    regenerateBackupCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ten, shown this once */
                        backupCodes: string[];
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPendingSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        methods: ("totp" | "backup_code" | "passkey")[];
                        /** Format: date-time */
                        expiresAt: string;
                        triesLeft: number;
                        trustedBrowserDays: number;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description exactly one of code, backupCode and passkey */
        requestBody: {
            content: {
                "application/json": {
                    code?: string;
                    backupCode?: string;
                    /** @description PublicKeyCredential.toJSON() of navigator.credentials.get() */
                    passkey?: {
                        id: string;
                        rawId: string;
                        /** @enum {string} */
                        type: "public-key";
                        response: {
                            clientDataJSON: string;
                            authenticatorData: string;
                            signature: string;
                            userHandle?: string | null;
                        };
                    };
                    /** @default false */
                    trustBrowser?: boolean;
                    /** @description for programs alone */
                    pendingToken?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "signed_in";
                        /** @description for programs alone; browsers get a cookie */
                        tokens?: {
                            accessToken: string;
                            /** Format: date-time */
                            accessExpiresAt: string;
                            /** @description works once */
                            refreshToken: string;
                            /** Format: date-time */
                            refreshExpiresAt: string;
                        };
                    } | {
                        /** @enum {string} */
                        status: "second_step";
                        methods: ("totp" | "backup_code" | "passkey")[];
                        /** Format: date-time */
                        expiresAt: string;
                        /** @description for programs alone */
                        pendingToken?: string;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetTwoFactor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        takesEffectAt: string;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopTwoFactorReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTrustedBrowsers: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @description as in "Firefox on Linux" */
                            browser: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            lastUsedAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                            /** @description the one that asks */
                            current: boolean;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeTrustedBrowser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                browserId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeTrustedBrowsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        revoked: number;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askForPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    purpose: "sign_in" | "second_step" | "confirm";
                    /** @default browser */
                    client?: "browser" | "api";
                    pendingToken?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description for PublicKeyCredential.parseRequestOptionsFromJSON() */
                        options: {
                            challenge: string;
                            rpId: string;
                            /** @description milliseconds */
                            timeout: number;
                            userVerification: string;
                            allowCredentials: {
                                /** @enum {string} */
                                type: "public-key";
                                id: string;
                                transports: string[];
                            }[];
                        };
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInWithPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description PublicKeyCredential.toJSON() of navigator.credentials.get() */
                    response: {
                        id: string;
                        rawId: string;
                        /** @enum {string} */
                        type: "public-key";
                        response: {
                            clientDataJSON: string;
                            authenticatorData: string;
                            signature: string;
                            userHandle?: string | null;
                        };
                    };
                    /** @default false */
                    remember?: boolean;
                    /** @default browser */
                    client?: "browser" | "api";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "signed_in";
                        /** @description for programs alone; browsers get a cookie */
                        tokens?: {
                            accessToken: string;
                            /** Format: date-time */
                            accessExpiresAt: string;
                            /** @description works once */
                            refreshToken: string;
                            /** Format: date-time */
                            refreshExpiresAt: string;
                        };
                    } | {
                        /** @enum {string} */
                        status: "second_step";
                        methods: ("totp" | "backup_code" | "passkey")[];
                        /** Format: date-time */
                        expiresAt: string;
                        /** @description for programs alone */
                        pendingToken?: string;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askForNewPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description for PublicKeyCredential.parseCreationOptionsFromJSON() */
                        options: {
                            challenge: string;
                            rp: {
                                id: string;
                                name: string;
                            };
                            user: {
                                id: string;
                                name: string;
                                displayName: string;
                            };
                            pubKeyCredParams: {
                                /** @enum {string} */
                                type: "public-key";
                                alg: number;
                            }[];
                            /** @description milliseconds */
                            timeout: number;
                            excludeCredentials: {
                                /** @enum {string} */
                                type: "public-key";
                                id: string;
                                transports: string[];
                            }[];
                            authenticatorSelection: {
                                residentKey: string;
                                requireResidentKey: boolean;
                                userVerification: string;
                            };
                            attestation: string;
                            extensions: {
                                credProps: boolean;
                            };
                        };
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description PublicKeyCredential.toJSON() of navigator.credentials.create() */
                    response: {
                        id: string;
                        rawId: string;
                        /** @enum {string} */
                        type: "public-key";
                        response: {
                            clientDataJSON: string;
                            attestationObject: string;
                            transports?: string[];
                        };
                    };
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPasskeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @description kept by a password manager, so it outlives the device */
                            backedUp: boolean;
                            /** Format: date-time */
                            createdAt: string;
                            lastUsedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkeyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renamePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkeyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOidcProvider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        provider: {
                            name: string;
                        } | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startOidc: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    returnTo?: string;
                    /** @default false */
                    remember?: boolean;
                    /** Format: time-zone */
                    timeZone?: string;
                    /**
                     * @description link it to the account that is signed in
                     * @default false
                     */
                    link?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finishOidc: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description the query that the provider sent the browser back with */
        requestBody: {
            content: {
                "application/json": {
                    state: string;
                    code?: string;
                    iss?: string;
                    error?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ({
                        /** @enum {string} */
                        status: "signed_in";
                        /** @description for programs alone; browsers get a cookie */
                        tokens?: {
                            accessToken: string;
                            /** Format: date-time */
                            accessExpiresAt: string;
                            /** @description works once */
                            refreshToken: string;
                            /** Format: date-time */
                            refreshExpiresAt: string;
                        };
                    } | {
                        /** @enum {string} */
                        status: "second_step";
                        methods: ("totp" | "backup_code" | "passkey")[];
                        /** Format: date-time */
                        expiresAt: string;
                        /** @description for programs alone */
                        pendingToken?: string;
                    }) & {
                        /** @description path on this site to go on with */
                        returnTo: string;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOidcLinks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @description null when it is no longer offered */
                            provider: string | null;
                            email: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            lastUsedAt: string;
                        }[];
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeOidcLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                linkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPhone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description whether this installation can send SMS */
                        available: boolean;
                        /** @description E.164; confirmed */
                        phone: string | null;
                        pending: components["schemas"]["PendingPhone"] | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removePhone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startPhone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    phone: string;
                    /** @description ISO 3166 country of a number without a prefix */
                    region?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PendingPhone"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resendPhoneCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PendingPhone"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyPhone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description E.164 */
                        phone: string;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEmailChange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        pending: components["schemas"]["PendingEmailChange"] | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestEmailChange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    newEmail: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PendingEmailChange"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelEmailChange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmEmailChange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description the account’s address now */
                        email: string;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoEmailChange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description the account’s address now */
                        email: string;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountExport"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDeletion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        erasesAt: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    scheduleDeletion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        erasesAt: string;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelDeletion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMarkets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Market"][];
                        nextCursor: null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suggestMarket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        market: components["schemas"]["Market"];
                        because: "country" | "time_zone" | "language" | "default";
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMyMarket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        market: components["schemas"]["Market"] | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chooseMyMarket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    market: "us" | "gb" | "in" | "jp";
                    /**
                     * @description the person has seen and confirmed the market
                     * @enum {boolean}
                     */
                    confirmed: true;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        market: components["schemas"]["Market"] | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findPlaces: {
        parameters: {
            query: {
                /** @description the beginning of a name, or something like it */
                q?: string;
                market: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            slug: string;
                            marketCode: string;
                            kind: "city" | "neighbourhood";
                            name: string;
                            parentName: string | null;
                            aliases: string[];
                            /** @description WGS 84, degrees */
                            point: {
                                lat: number;
                                lng: number;
                            };
                            /** @description how far the place reaches from its centre, in metres */
                            radiusM: number;
                        }[];
                    };
                };
            };
        };
    };
    listAddresses: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            label: string;
                            place: {
                                slug: string;
                                name: string;
                                parentName: string | null;
                            };
                            /** @description WGS 84, degrees */
                            point: {
                                lat: number;
                                lng: number;
                            };
                            isDefault: boolean;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    addAddress: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    label: string;
                    place: string;
                    /** @description WGS 84, degrees */
                    point?: {
                        lat: number;
                        lng: number;
                    };
                    isDefault?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        label: string;
                        place: {
                            slug: string;
                            name: string;
                            parentName: string | null;
                        };
                        /** @description WGS 84, degrees */
                        point: {
                            lat: number;
                            lng: number;
                        };
                        isDefault: boolean;
                    };
                };
            };
        };
    };
    deleteAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    deletePicture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                digest: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSubjects: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            slug: string;
                            name: string;
                            /** @description name of the drawn icon */
                            icon: string;
                            synonyms: string[];
                        }[];
                        nextCursor: null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSubject: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    slug: string;
                    name: string;
                    synonyms?: string[];
                    icon?: string;
                    position?: number;
                    active?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        slug: string;
                        name: string;
                        /** @description name of the drawn icon */
                        icon: string;
                        synonyms: string[];
                        position: number;
                        active: boolean;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSubject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    synonyms?: string[];
                    icon?: string;
                    position?: number;
                    active?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        slug: string;
                        name: string;
                        /** @description name of the drawn icon */
                        icon: string;
                        synonyms: string[];
                        position: number;
                        active: boolean;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInstructors: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            slug: string;
                            displayName: string;
                            headline: string;
                            portrait: string;
                            marketCode: string;
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInstructor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instructor"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMyProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnProfile"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveMyProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    displayName: string;
                    headline: string;
                    bio: string;
                    lessonText: string;
                    languages: string[];
                    placeSlug: string | null;
                    /** Format: time-zone */
                    timeZone?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnProfile"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishMyProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnProfile"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setMyPortrait: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description digest of a picture that I uploaded */
                    picture: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnProfile"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addMyService: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subjectSlug: string;
                    title: string;
                    durationMinutes: number;
                    price: {
                        /** @description amount in minor units of the currency */
                        minor: number;
                        currency: string;
                    };
                    place: "online" | "instructor";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Service"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeMyService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMyService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subjectSlug?: string;
                    title?: string;
                    durationMinutes?: number;
                    price?: {
                        /** @description amount in minor units of the currency */
                        minor: number;
                        currency: string;
                    };
                    place?: "online" | "instructor";
                    active?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Service"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPayoutAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "not_started" | "onboarding" | "pending" | "enabled" | "restricted" | "rejected";
                        country: string | null;
                        bank: {
                            name: string | null;
                            last4: string;
                        } | null;
                        requirements: {
                            /** @enum {string} */
                            kind: "identity_document" | "personal" | "address" | "contact" | "bank" | "business" | "terms" | "other";
                            dueAt: string | null;
                            /** @description the account is limited until it is there */
                            pastDue: boolean;
                            reason: string | null;
                        }[];
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkPayoutAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "not_started" | "onboarding" | "pending" | "enabled" | "restricted" | "rejected";
                        country: string | null;
                        bank: {
                            name: string | null;
                            last4: string;
                        } | null;
                        requirements: {
                            /** @enum {string} */
                            kind: "identity_document" | "personal" | "address" | "contact" | "bank" | "business" | "terms" | "other";
                            dueAt: string | null;
                            /** @description the account is limited until it is there */
                            pastDue: boolean;
                            reason: string | null;
                        }[];
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startPayoutOnboarding: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description a page of the payment provider, for one opening */
                        url: string;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openPayoutDashboard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description a page of the payment provider, for one opening */
                        url: string;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPayouts: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            amount: components["schemas"]["Money"];
                            /** @enum {string} */
                            status: "pending" | "in_transit" | "paid" | "failed" | "canceled";
                            /** @description RFC 3339, in UTC */
                            createdAt: string;
                            /** @description RFC 3339, in UTC */
                            arrivesAt: string;
                            bankLast4: string | null;
                            failureCode: string | null;
                            /** @description whether it is known what it is made of */
                            hasLines: boolean;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPayout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                payoutId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        amount: components["schemas"]["Money"];
                        /** @enum {string} */
                        status: "pending" | "in_transit" | "paid" | "failed" | "canceled";
                        /** @description RFC 3339, in UTC */
                        createdAt: string;
                        /** @description RFC 3339, in UTC */
                        arrivesAt: string;
                        bankLast4: string | null;
                        failureCode: string | null;
                        /** @description whether it is known what it is made of */
                        hasLines: boolean;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPayoutLines: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                payoutId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            kind: "transfer" | "reversal" | "failed_payout" | "other";
                            amount: components["schemas"]["Money"];
                            /** @description RFC 3339, in UTC */
                            happenedAt: string;
                            earning: {
                                title: string;
                                reference: string;
                                /** @description RFC 3339, in UTC */
                                startsAt: string;
                            } | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPayments: {
        parameters: {
            query?: {
                /** @description an id of ours or the provider’s, or a booking’s */
                q?: string;
                status?: "created" | "open" | "card_saved" | "action_needed" | "authorised" | "captured" | "partly_refunded" | "voided" | "refunded" | "failed" | "unknown";
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            reference: string;
                            market: string;
                            /** @enum {string} */
                            status: "created" | "open" | "card_saved" | "action_needed" | "authorised" | "captured" | "partly_refunded" | "voided" | "refunded" | "failed" | "unknown";
                            amount: components["schemas"]["Money"];
                            captured: components["schemas"]["Money"];
                            refunded: components["schemas"]["Money"];
                            lost: components["schemas"]["Money"];
                            isDisputed: boolean;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPaymentStory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        payment: {
                            /** Format: uuid */
                            id: string;
                            reference: string;
                            market: string;
                            platform: string;
                            currency: string;
                            /** @enum {string} */
                            status: "created" | "open" | "card_saved" | "action_needed" | "authorised" | "captured" | "partly_refunded" | "voided" | "refunded" | "failed" | "unknown";
                            lastKnownStatus: string;
                            capture: string;
                            /** @description in minor units of the currency */
                            amountMinor: number;
                            /** @description in minor units of the currency */
                            feeMinor: number;
                            /** @description in minor units of the currency */
                            capturedMinor: number;
                            /** @description in minor units of the currency */
                            refundedMinor: number;
                            /** @description in minor units of the currency */
                            lostMinor: number;
                            /** @description in minor units of the currency */
                            keptMinor: number;
                            instructedMinor: number | null;
                            instructedReason: string | null;
                            isDisputed: boolean;
                            declineCode: string | null;
                            sessionId: string | null;
                            intentId: string | null;
                            providerChargeId: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                        transitions: {
                            /** @enum {string} */
                            kind: "charge" | "transfer" | "dispute";
                            from: string;
                            to: string;
                            cause: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                        calls: {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            operation: string;
                            attempt: number;
                            key: string;
                            status: string;
                            objectId: string | null;
                            requestId: string | null;
                            errorCode: string | null;
                            errorMessage: string | null;
                            needsPersonAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            finishedAt: string | null;
                        }[];
                        postings: {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            sourceKey: string;
                            /** Format: date-time */
                            postedAt: string;
                            lines: {
                                account: string;
                                /** @description in minor units of the currency */
                                amountMinor: number;
                                currency: string;
                            }[];
                        }[];
                        events: {
                            id: string;
                            type: string;
                            status: string;
                            note: string | null;
                            attempts: number;
                            /** Format: date-time */
                            receivedAt: string;
                        }[];
                        refunds: {
                            id: string;
                            /** @description in minor units of the currency */
                            amountMinor: number;
                            status: string;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        operatorRefunds: {
                            /** Format: uuid */
                            id: string;
                            /** @description in minor units of the currency */
                            amountMinor: number;
                            /** @enum {string} */
                            reason: "requested_by_customer" | "lesson_not_given" | "duplicate" | "fraudulent" | "goodwill" | "other";
                            note: string;
                            /** Format: uuid */
                            operatorId: string;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        transfers: {
                            /** Format: uuid */
                            id: string;
                            status: string;
                            /** @description in minor units of the currency */
                            amountMinor: number;
                            /** @description in minor units of the currency */
                            nettedMinor: number;
                            /** @description in minor units of the currency */
                            reversedMinor: number;
                            /** @description in minor units of the currency */
                            owedMinor: number;
                            blockedReason: string | null;
                            providerId: string | null;
                            /** Format: date-time */
                            dueAt: string;
                            sentAt: string | null;
                        }[];
                        holds: {
                            reason: string;
                            /** Format: date-time */
                            placedAt: string;
                            liftedAt: string | null;
                        }[];
                        disputes: {
                            /** Format: uuid */
                            id: string;
                            providerId: string;
                            status: string;
                            reason: string | null;
                            amountMinor: number | null;
                            dueAt: string | null;
                        }[];
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        asked: true;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refundPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amountMinor: number;
                    /** @description what had been refunded when this was decided */
                    expectedRefundedMinor: number;
                    /** @enum {string} */
                    reason: "requested_by_customer" | "lesson_not_given" | "duplicate" | "fraudulent" | "goodwill" | "other";
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        asked: true;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWaitingPaymentCalls: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            /** Format: uuid */
                            subjectId: string;
                            chargeId: string | null;
                            operation: string;
                            attempt: number;
                            status: string;
                            asked: number;
                            errorCode: string | null;
                            errorMessage: string | null;
                            needsPersonAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryPaymentCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        asked: true;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listParkedPaymentEvents: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            type: string;
                            platform: string;
                            status: string;
                            note: string | null;
                            attempts: number;
                            objectId: string | null;
                            /** Format: date-time */
                            receivedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPaymentEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        type: string;
                        platform: string;
                        status: string;
                        note: string | null;
                        attempts: number;
                        objectId: string | null;
                        /** Format: date-time */
                        receivedAt: string;
                        payload: unknown;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayPaymentEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        asked: true;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDisputes: {
        parameters: {
            query?: {
                open?: boolean;
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            chargeId: string;
                            providerId: string;
                            /** @enum {string} */
                            status: "reported" | "inquiry" | "inquiry_review" | "inquiry_closed" | "needs_response" | "under_review" | "won" | "lost";
                            reason: string | null;
                            currency: string | null;
                            amountMinor: number | null;
                            answer: ("contest" | "accept") | null;
                            dueAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDispute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        chargeId: string;
                        providerId: string;
                        /** @enum {string} */
                        status: "reported" | "inquiry" | "inquiry_review" | "inquiry_closed" | "needs_response" | "under_review" | "won" | "lost";
                        reason: string | null;
                        currency: string | null;
                        amountMinor: number | null;
                        answer: ("contest" | "accept") | null;
                        dueAt: string | null;
                        /** @description in minor units of the currency */
                        heldMinor: number;
                        openedAt: string | null;
                        evidence: {
                            product_description?: string;
                            service_date?: string;
                            customer_name?: string;
                            customer_email_address?: string;
                            access_activity_log?: string;
                            cancellation_policy_disclosure?: string;
                            refund_refusal_explanation?: string;
                            uncategorized_text?: string;
                            receipt?: string;
                            service_documentation?: string;
                            customer_communication?: string;
                            cancellation_policy?: string;
                            uncategorized_file?: string;
                        };
                        files: {
                            id: string;
                            name: string;
                            bytes: number;
                        }[];
                        answeredAt: string | null;
                        refusal: string | null;
                        isAnswerable: boolean;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveDisputeEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    evidence: {
                        product_description?: string;
                        service_date?: string;
                        customer_name?: string;
                        customer_email_address?: string;
                        access_activity_log?: string;
                        cancellation_policy_disclosure?: string;
                        refund_refusal_explanation?: string;
                        uncategorized_text?: string;
                        receipt?: string;
                        service_documentation?: string;
                        customer_communication?: string;
                        cancellation_policy?: string;
                        uncategorized_file?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        chargeId: string;
                        providerId: string;
                        /** @enum {string} */
                        status: "reported" | "inquiry" | "inquiry_review" | "inquiry_closed" | "needs_response" | "under_review" | "won" | "lost";
                        reason: string | null;
                        currency: string | null;
                        amountMinor: number | null;
                        answer: ("contest" | "accept") | null;
                        dueAt: string | null;
                        /** @description in minor units of the currency */
                        heldMinor: number;
                        openedAt: string | null;
                        evidence: {
                            product_description?: string;
                            service_date?: string;
                            customer_name?: string;
                            customer_email_address?: string;
                            access_activity_log?: string;
                            cancellation_policy_disclosure?: string;
                            refund_refusal_explanation?: string;
                            uncategorized_text?: string;
                            receipt?: string;
                            service_documentation?: string;
                            customer_communication?: string;
                            cancellation_policy?: string;
                            uncategorized_file?: string;
                        };
                        files: {
                            id: string;
                            name: string;
                            bytes: number;
                        }[];
                        answeredAt: string | null;
                        refusal: string | null;
                        isAnswerable: boolean;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerDispute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    answer: "contest" | "accept";
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        asked: true;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReconciliations: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            platform: string;
                            /** @enum {string} */
                            status: "running" | "done" | "failed";
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            until: string;
                            /** Format: date-time */
                            startedAt: string;
                            finishedAt: string | null;
                            movements: number;
                            opened: number;
                            closed: number;
                            totals: {
                                currency: string;
                                /** @description in minor units of the currency */
                                providerMinor: number;
                                /** @description in minor units of the currency */
                                ledgerMinor: number;
                            }[];
                            error: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startReconciliation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        asked: true;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReconciliation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        platform: string;
                        /** @enum {string} */
                        status: "running" | "done" | "failed";
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        until: string;
                        /** Format: date-time */
                        startedAt: string;
                        finishedAt: string | null;
                        movements: number;
                        opened: number;
                        closed: number;
                        totals: {
                            currency: string;
                            /** @description in minor units of the currency */
                            providerMinor: number;
                            /** @description in minor units of the currency */
                            ledgerMinor: number;
                        }[];
                        error: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReconciliationCases: {
        parameters: {
            query?: {
                state?: "open" | "closed";
                reconciliationId?: string;
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "not_booked" | "amount_differs" | "not_at_provider";
                            /** @enum {string} */
                            state: "open" | "closed";
                            platform: string;
                            currency: string;
                            /** @description in minor units of the currency */
                            providerMinor: number;
                            /** @description in minor units of the currency */
                            ledgerMinor: number;
                            note: string | null;
                            closedBy: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            closedAt: string | null;
                            balanceTransactionId: string | null;
                            movementType: string | null;
                            sourceId: string | null;
                            sourceKey: string | null;
                            chargeId: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeReconciliationCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEarnings: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            title: string;
                            /** Format: uuid */
                            id: string;
                            /** @description what it was earned for, as "booking:UUID" */
                            reference: string;
                            /** @description RFC 3339, in UTC */
                            startsAt: string;
                            /** @enum {string} */
                            status: "expected" | "waiting" | "held_back" | "blocked" | "sent" | "paid" | "taken_back" | "cancelled";
                            price: components["schemas"]["Money"];
                            returned: components["schemas"]["Money"];
                            commission: components["schemas"]["Money"];
                            netted: components["schemas"]["Money"];
                            earned: components["schemas"]["Money"];
                            takenBack: components["schemas"]["Money"];
                            owed: components["schemas"]["Money"];
                            transferAt: string | null;
                            payoutId: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    summariseEarnings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            currency: string;
                            expected: components["schemas"]["Money"];
                            waiting: components["schemas"]["Money"];
                            inAccount: components["schemas"]["Money"];
                            onTheWay: components["schemas"]["Money"];
                        }[];
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStatements: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description YYYY-MM */
                            month: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStatementCsv: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description YYYY-MM, on the calendar of my time zone */
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description RFC 4180, in UTF-8 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStatementPdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description YYYY-MM, on the calendar of my time zone */
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PDF */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMyPayments: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Payment"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMyPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PDF */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PDF */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMyCards: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SavedCard"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startCardSetup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkMyCards: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SavedCard"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chooseDefaultCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPlusPlans: {
        parameters: {
            query: {
                market: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PlusPlan"][];
                        nextCursor: null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMyPlus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyPlus"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    subscribeToPlus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    plan: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkMyPlus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyPlus"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openPlusPortal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewPlusChange: {
        parameters: {
            query: {
                plan: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlusChangePreview"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePlusPlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    plan: string;
                    expectedDueMinor: number;
                    /** Format: date-time */
                    at: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyPlus"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quotePlusCancellation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        periodEndsAt: string;
                        refund: components["schemas"]["Money"];
                        /** Format: date-time */
                        at: string;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelPlus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    when: "now" | "period_end";
                    expectedRefundMinor?: number;
                    /** Format: date-time */
                    at?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyPlus"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumePlus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyPlus"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSlots: {
        parameters: {
            query: {
                serviceId: string;
                from?: string;
                days: number;
                zone?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description zone of the days */
                        timeZone: string;
                        instructorTimeZone: string;
                        durationMinutes: number;
                        price: components["schemas"]["Money"];
                        split: {
                            instructor: components["schemas"]["Money"];
                            commission: components["schemas"]["Money"];
                        };
                        policy: {
                            /** @enum {string} */
                            kind: "flexible" | "standard" | "strict";
                            /** @description refunds by how long before the start one cancels; after the last, nothing */
                            steps: {
                                minutesBefore: number;
                                refundBasisPoints: number;
                            }[];
                        };
                        /** @description a paid slot is only asked for at first */
                        confirmsByHand: boolean;
                        days: {
                            date: string;
                            slots: {
                                /** @description RFC 3339, in UTC */
                                startsAt: string;
                                /** @description RFC 3339, in UTC */
                                endsAt: string;
                            }[];
                        }[];
                        nextStartsAt: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explainSlot: {
        parameters: {
            query: {
                serviceId: string;
                /** @description date and time on the instructor's wall clock */
                local: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        timeZone: string;
                        offered: boolean;
                        reason: ("past" | "too_soon" | "beyond_horizon" | "dst_gap" | "outside_hours" | "not_on_grid" | "busy") | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMyAvailability: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: time-zone */
                        timeZone: string;
                        /** @default 15 */
                        incrementMinutes: number;
                        /** @default 0 */
                        bufferBeforeMinutes: number;
                        /** @default 0 */
                        bufferAfterMinutes: number;
                        /** @default 120 */
                        noticeOnlineMinutes: number;
                        /** @default 720 */
                        noticeInPersonMinutes: number;
                        /** @default 60 */
                        horizonDays: number;
                        /**
                         * @description a paid slot is only asked for, until the instructor accepts or declines
                         * @default false
                         */
                        confirmsByHand: boolean;
                        rules: {
                            /** @description 1 is Monday */
                            weekday: number;
                            startMinute: number;
                            endMinute: number;
                        }[];
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setMyAvailability: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: time-zone */
                    timeZone: string;
                    rules: {
                        /** @description 1 is Monday */
                        weekday: number;
                        startMinute: number;
                        endMinute: number;
                    }[];
                    /** @default 15 */
                    incrementMinutes?: number;
                    /** @default 0 */
                    bufferBeforeMinutes?: number;
                    /** @default 0 */
                    bufferAfterMinutes?: number;
                    /** @default 120 */
                    noticeOnlineMinutes?: number;
                    /** @default 720 */
                    noticeInPersonMinutes?: number;
                    /** @default 60 */
                    horizonDays?: number;
                    /**
                     * @description a paid slot is only asked for, until the instructor accepts or declines
                     * @default false
                     */
                    confirmsByHand?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: time-zone */
                        timeZone: string;
                        /** @default 15 */
                        incrementMinutes: number;
                        /** @default 0 */
                        bufferBeforeMinutes: number;
                        /** @default 0 */
                        bufferAfterMinutes: number;
                        /** @default 120 */
                        noticeOnlineMinutes: number;
                        /** @default 720 */
                        noticeInPersonMinutes: number;
                        /** @default 60 */
                        horizonDays: number;
                        /**
                         * @description a paid slot is only asked for, until the instructor accepts or declines
                         * @default false
                         */
                        confirmsByHand: boolean;
                        rules: {
                            /** @description 1 is Monday */
                            weekday: number;
                            startMinute: number;
                            endMinute: number;
                        }[];
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMyWeek: {
        parameters: {
            query?: {
                from?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        from: string;
                        timeZone: string;
                        open: {
                            /** @description RFC 3339, in UTC */
                            from: string;
                            /** @description RFC 3339, in UTC */
                            until: string;
                        }[];
                        lessons: {
                            title: string;
                            /** Format: uuid */
                            id: string;
                            reference: string;
                            /** @enum {string} */
                            status: "held" | "requested" | "confirmed" | "in_progress" | "completed" | "cancelled" | "expired" | "declined" | "no_show" | "disputed";
                            /** @enum {string} */
                            viewer: "learner" | "instructor" | "guest" | "operator";
                            subjectSlug: string;
                            /** @description RFC 3339, in UTC */
                            startsAt: string;
                            /** @description RFC 3339, in UTC */
                            endsAt: string;
                            /** @enum {string} */
                            place: "online" | "instructor";
                            placeName: string | null;
                            price: components["schemas"]["Money"];
                            holdExpiresAt: string | null;
                            answerBy: string | null;
                            counterpart: {
                                name: string;
                                slug: string | null;
                                portrait: string | null;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestBooking: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    serviceId: string;
                    /** Format: date-time */
                    startsAt: string;
                    /** Format: time-zone */
                    timeZone: string;
                    expectedPrice?: {
                        /** @description amount in minor units of the currency */
                        minor: number;
                        currency: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBooking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    claimBooking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    releaseBooking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startBookingCheckout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description the payment page */
                        url: string;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkBookingPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        booking: components["schemas"]["Booking"];
                        declineCode: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptBooking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declineBooking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quoteCancellation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        by: "learner" | "instructor";
                        /**
                         * @description where the money is before the cancellation: not asked for, reserved, taken
                         * @enum {string}
                         */
                        money: "untouched" | "reserved" | "taken";
                        refund: components["schemas"]["Money"];
                        kept: components["schemas"]["Money"];
                        until: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelBooking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    expectedRefundMinor: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBookingCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description iCalendar */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMyLessons: {
        parameters: {
            query: {
                when: "upcoming" | "past";
                /** @description nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            title: string;
                            /** Format: uuid */
                            id: string;
                            reference: string;
                            /** @enum {string} */
                            status: "held" | "requested" | "confirmed" | "in_progress" | "completed" | "cancelled" | "expired" | "declined" | "no_show" | "disputed";
                            /** @enum {string} */
                            viewer: "learner" | "instructor" | "guest" | "operator";
                            subjectSlug: string;
                            /** @description RFC 3339, in UTC */
                            startsAt: string;
                            /** @description RFC 3339, in UTC */
                            endsAt: string;
                            /** @enum {string} */
                            place: "online" | "instructor";
                            placeName: string | null;
                            price: components["schemas"]["Money"];
                            holdExpiresAt: string | null;
                            answerBy: string | null;
                            counterpart: {
                                name: string;
                                slug: string | null;
                                portrait: string | null;
                            } | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportNoShow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportProblem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "instructor_absent" | "cut_short" | "technical" | "quality" | "other";
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLessonProblems: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            title: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "instructor_absent" | "cut_short" | "technical" | "quality" | "other";
                            description: string | null;
                            /** @description RFC 3339, in UTC */
                            reportedAt: string;
                            settledAt: string | null;
                            refund: components["schemas"]["Money"] | null;
                            settlement: string | null;
                            /** Format: uuid */
                            bookingId: string;
                            chargeId: string | null;
                            reference: string;
                            /** @description RFC 3339, in UTC */
                            startsAt: string;
                            price: components["schemas"]["Money"];
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLessonProblem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        title: string;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "instructor_absent" | "cut_short" | "technical" | "quality" | "other";
                        description: string | null;
                        /** @description RFC 3339, in UTC */
                        reportedAt: string;
                        settledAt: string | null;
                        refund: components["schemas"]["Money"] | null;
                        settlement: string | null;
                        /** Format: uuid */
                        bookingId: string;
                        chargeId: string | null;
                        reference: string;
                        /** @description RFC 3339, in UTC */
                        startsAt: string;
                        price: components["schemas"]["Money"];
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    settleLessonProblem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    refundMinor: number;
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLibraries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Library"][];
                        nextCursor: null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPoses: {
        parameters: {
            query?: {
                q?: string;
                level?: ("beginner" | "intermediate" | "advanced")[];
                area?: string[];
                sort?: "name" | "difficulty" | "popularity";
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ExerciseCard"][];
                        total: number;
                        nextCursor: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPose: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Exercise"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listExercises: {
        parameters: {
            query: {
                library: string;
                q?: string;
                level?: ("beginner" | "intermediate" | "advanced")[];
                area?: string[];
                sort?: "name" | "difficulty" | "popularity";
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ExerciseCard"][];
                        total: number;
                        nextCursor: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getExercise: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                library: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Exercise"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSequences: {
        parameters: {
            query?: {
                library?: string;
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SequenceCard"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSequence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sequence"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makePractice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    library?: string;
                    minutes: number;
                    areas?: string[];
                    /** @enum {string} */
                    level?: "beginner" | "intermediate" | "advanced";
                    without?: ("ankles" | "dizziness" | "elbows" | "eye-pressure" | "feet" | "fingers" | "hamstrings" | "headache" | "heart" | "high-blood-pressure" | "hips" | "knees" | "low-blood-pressure" | "lower-back" | "neck" | "osteoporosis" | "pregnancy" | "recent-surgery" | "reflux" | "ribs" | "shoulders" | "wrists")[];
                    seed?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadePractice"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIllustrations: {
        parameters: {
            query: {
                library: string;
                exercise: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description slug */
                            exercise: string;
                            /** @description as src/figures draws it */
                            illustration: {
                                /** @enum {string} */
                                kind: "figure" | "keys";
                            } & {
                                [key: string]: unknown;
                            };
                        }[];
                        nextCursor: null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPracticeSessions: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PracticeSessionCard"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordPracticeSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id: string;
                    library?: string;
                    sequence?: string;
                    title?: string;
                    /** Format: date-time */
                    startedAt: string;
                    /** Format: date-time */
                    finishedAt: string;
                    /** Format: time-zone */
                    timeZone: string;
                    steps: {
                        exercise: string;
                        /** @description practised, without pauses; 0 when it was skipped */
                        seconds: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        session: components["schemas"]["PracticeSession"];
                        /** @description achievements that are new with this */
                        earned: {
                            /** @enum {string} */
                            key: "sessions_1" | "sessions_10" | "sessions_50" | "sessions_100" | "sessions_365" | "streak_3" | "streak_7" | "streak_30" | "streak_100" | "minutes_60" | "minutes_600" | "minutes_3000" | "minutes_6000" | "longest_45" | "exercises_10" | "exercises_50" | "exercises_100" | "areas_6" | "sequences_3" | "sequences_10" | "mornings_5" | "evenings_5" | "steady_4" | "steady_26";
                            /** Format: date-time */
                            earnedAt: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        session: components["schemas"]["PracticeSession"];
                        /** @description achievements that are new with this */
                        earned: {
                            /** @enum {string} */
                            key: "sessions_1" | "sessions_10" | "sessions_50" | "sessions_100" | "sessions_365" | "streak_3" | "streak_7" | "streak_30" | "streak_100" | "minutes_60" | "minutes_600" | "minutes_3000" | "minutes_6000" | "longest_45" | "exercises_10" | "exercises_50" | "exercises_100" | "areas_6" | "sequences_3" | "sequences_10" | "mornings_5" | "evenings_5" | "steady_4" | "steady_26";
                            /** Format: date-time */
                            earnedAt: string;
                        }[];
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    syncPracticeSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    sessions: {
                        /** Format: uuid */
                        id: string;
                        library?: string;
                        sequence?: string;
                        title?: string;
                        /** Format: date-time */
                        startedAt: string;
                        /** Format: date-time */
                        finishedAt: string;
                        /** Format: time-zone */
                        timeZone: string;
                        steps: {
                            exercise: string;
                            /** @description practised, without pauses; 0 when it was skipped */
                            seconds: number;
                        }[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /**
                             * @description saved and known ones may leave the queue; refused ones will be refused again
                             * @enum {string}
                             */
                            status: "saved" | "known" | "refused";
                            session?: components["schemas"]["PracticeSession"];
                            error?: {
                                field: string | null;
                                code: string;
                                detail: string;
                            };
                        }[];
                        /** @description achievements that are new with this */
                        earned: {
                            /** @enum {string} */
                            key: "sessions_1" | "sessions_10" | "sessions_50" | "sessions_100" | "sessions_365" | "streak_3" | "streak_7" | "streak_30" | "streak_100" | "minutes_60" | "minutes_600" | "minutes_3000" | "minutes_6000" | "longest_45" | "exercises_10" | "exercises_50" | "exercises_100" | "areas_6" | "sequences_3" | "sequences_10" | "mornings_5" | "evenings_5" | "steady_4" | "steady_26";
                            /** Format: date-time */
                            earnedAt: string;
                        }[];
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPracticeSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeSession"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProgress: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                timeZone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeProgress"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPracticeGoals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PracticeGoal"][];
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPracticeGoal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "days_per_week" | "minutes_per_week";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description days or minutes */
                    target: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PracticeGoal"][];
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dropPracticeGoal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "days_per_week" | "minutes_per_week";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFavourites: {
        parameters: {
            query?: {
                kind?: "instructor" | "exercise" | "sequence";
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Favourite"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hasFavourite: {
        parameters: {
            query?: {
                library?: string;
            };
            header?: never;
            path: {
                kind: "instructor" | "exercise" | "sequence";
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        favourite: boolean;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addFavourite: {
        parameters: {
            query?: {
                library?: string;
            };
            header?: never;
            path: {
                kind: "instructor" | "exercise" | "sequence";
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dropFavourite: {
        parameters: {
            query?: {
                library?: string;
            };
            header?: never;
            path: {
                kind: "instructor" | "exercise" | "sequence";
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listExerciseNotes: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ExerciseNote"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getExerciseNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                library: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExerciseNote"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    writeExerciseNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                library: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExerciseNote"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dropExerciseNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                library: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnSequences: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OwnSequenceCard"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSequence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    library?: string;
                    name: string;
                    summary?: string;
                    /** @description between two steps */
                    changeSeconds?: number;
                    steps: {
                        exercise: string;
                        side?: ("left" | "right") | null;
                        seconds: number;
                        transition?: string | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSequence"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOwnSequence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSequence"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSequence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description the one that was read */
                    version: number;
                    name: string;
                    summary?: string;
                    /** @description between two steps */
                    changeSeconds?: number;
                    steps: {
                        exercise: string;
                        side?: ("left" | "right") | null;
                        seconds: number;
                        transition?: string | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSequence"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSequence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    shareSequence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    shared: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSequence"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkSequence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    library?: string;
                    /** @description between two steps */
                    changeSeconds?: number;
                    steps: {
                        exercise: string;
                        side?: ("left" | "right") | null;
                        seconds: number;
                        transition?: string | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckedSequence"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPracticeCautions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeCautions"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPracticeCautions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    cautions: ("ankles" | "dizziness" | "elbows" | "eye-pressure" | "feet" | "fingers" | "hamstrings" | "headache" | "heart" | "high-blood-pressure" | "hips" | "knees" | "low-blood-pressure" | "lower-back" | "neck" | "osteoporosis" | "pregnancy" | "recent-surgery" | "reflux" | "ribs" | "shoulders" | "wrists")[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeCautions"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuthoredItems: {
        parameters: {
            query?: {
                /** @description an instructor's own; else the library's, for operators */
                own?: boolean;
                kind?: "exercise" | "sequence";
                library?: string;
                q?: string;
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuthoredItem"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createAuthoredItem: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description an instructor's own; else the library's, for operators */
                    own?: boolean;
                    /** @enum {string} */
                    kind: "exercise" | "sequence";
                    library: string;
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemInWork"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuthoredItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemInWork"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    draftVersion: number;
                    /** ExerciseContent */
                    exercise?: {
                        name: string;
                        original: string | null;
                        aliases: string[];
                        /** @enum {string} */
                        level: "beginner" | "intermediate" | "advanced";
                        category: string;
                        areas: string[];
                        seconds: number;
                        twoSided: boolean;
                        steps: string[];
                        benefits: string[];
                        contraindications: ("ankles" | "dizziness" | "elbows" | "eye-pressure" | "feet" | "fingers" | "hamstrings" | "headache" | "heart" | "high-blood-pressure" | "hips" | "knees" | "low-blood-pressure" | "lower-back" | "neck" | "osteoporosis" | "pregnancy" | "recent-surgery" | "reflux" | "ribs" | "shoulders" | "wrists")[];
                        precautions: ("ankles" | "dizziness" | "elbows" | "eye-pressure" | "feet" | "fingers" | "hamstrings" | "headache" | "heart" | "high-blood-pressure" | "hips" | "knees" | "low-blood-pressure" | "lower-back" | "neck" | "osteoporosis" | "pregnancy" | "recent-surgery" | "reflux" | "ribs" | "shoulders" | "wrists")[];
                        safety: string;
                        breath: string;
                        preparatory: string[];
                        counter: string[];
                        related: string[];
                        illustration: ({
                            /** @enum {string} */
                            kind: "figure";
                            /** @description see src/figures */
                            pose: {
                                [key: string]: unknown;
                            };
                        } | {
                            /** @enum {string} */
                            kind: "keys";
                            from: string;
                            to: string;
                            right?: (string | number)[][];
                            left?: (string | number)[][];
                        }) | null;
                        photo: {
                            digest: string;
                            width: number;
                            height: number;
                            placeholder: string;
                        } | null;
                        /** @description for subscribers */
                        plus: boolean;
                    };
                    /** SequenceContent */
                    sequence?: {
                        name: string;
                        /** @enum {string} */
                        level: "beginner" | "intermediate" | "advanced";
                        summary: string;
                        audience: string;
                        benefits: string[];
                        changeSeconds: number;
                        steps: {
                            exercise: string;
                            side: ("left" | "right") | null;
                            seconds: number;
                            transition: string | null;
                        }[];
                        /** @description for subscribers */
                        plus: boolean;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemInWork"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discardDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        exercise: components["schemas"]["Exercise"] | null;
                        sequence: components["schemas"]["Sequence"] | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemInWork"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unpublishItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemInWork"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listItemHistory: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Revision"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemInWork"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMyHomework: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MyHomework"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listGivenHomework: {
        parameters: {
            query: {
                bookingId: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LessonHomework"][];
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignHomework: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    bookingId: string;
                    sequence: string;
                    times: number;
                    /** Format: date */
                    dueOn: string;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LessonHomework"][];
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endHomework: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReviews: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @description first name only */
                            authorName: string;
                            rating: number;
                            text: string;
                            /** @description the teacher’s answer */
                            response: string | null;
                            /** Format: date-time */
                            publishedAt: string;
                            /** @description invented, part of the demo data */
                            isDemo: boolean;
                        }[];
                        nextCursor: string | null;
                        rating: {
                            /** @description Bayesian average; null without reviews */
                            average: number | null;
                            count: number;
                        };
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    understandWish: {
        parameters: {
            query: {
                /** @description the wish, as typed */
                q: string;
                market: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        text: string;
                        /** @description the market the wish was read in: another than asked for when the wish speaks of it */
                        market: string;
                        subject?: {
                            /** @description UTF-16 offset into the wish */
                            start: number;
                            end: number;
                            text: string;
                            slug: string;
                            name: string;
                        };
                        place?: {
                            /** @description UTF-16 offset into the wish */
                            start: number;
                            end: number;
                            text: string;
                            slug: string;
                            name: string;
                            parentName: string | null;
                            point: {
                                lat: number;
                                lng: number;
                            };
                            /** @description metres around the point in which to search */
                            reachM: number;
                            /** @description asked for as a place ("near", "in"), not just named */
                            spoken: boolean;
                        };
                        priceMax?: {
                            /** @description UTF-16 offset into the wish */
                            start: number;
                            end: number;
                            text: string;
                            minor: number;
                            currency: string;
                        };
                        /** @description a price the market does not use: not converted, not searched by */
                        priceInOtherCurrency?: {
                            /** @description UTF-16 offset into the wish */
                            start: number;
                            end: number;
                            text: string;
                            minor: number;
                            currency: string;
                        };
                        mode?: {
                            /** @description UTF-16 offset into the wish */
                            start: number;
                            end: number;
                            text: string;
                            value: "online" | "in_person";
                        };
                        /** @description words that nothing was understood from */
                        leftover: string;
                    };
                };
            };
        };
    };
    search: {
        parameters: {
            query: {
                market: string;
                /** @description slug of a subject */
                subject?: string;
                /** @description slug of a place */
                place?: string;
                /** @description metres around the place */
                withinM?: number;
                /** @description most per hour, in minor units */
                priceMax?: number;
                mode?: "online" | "in_person";
                sort?: "best" | "price" | "rating" | "distance";
                /** @description words: beside a subject or a place they rank, alone they filter */
                q?: string;
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                        sort: "best" | "price" | "rating" | "distance";
                        items: {
                            /** Format: uuid */
                            instructorId: string;
                            slug: string;
                            displayName: string;
                            headline: string;
                            portrait: string;
                            subjects: {
                                slug: string;
                                name: string;
                            }[];
                            pricePerHour: components["schemas"]["Money"];
                            /** Format: uuid */
                            serviceId: string;
                            online: boolean;
                            inPerson: boolean;
                            placeName: string | null;
                            point: {
                                lat: number;
                                lng: number;
                            } | null;
                            distanceMeters: number | null;
                            rating: number | null;
                            ratingCount: number;
                            nextSlots: string[];
                            bio: string;
                        }[];
                        facets: {
                            /** @description subjects that would give some; the wished one alone where there is one */
                            subjects: {
                                slug: string;
                                name: string;
                                count: number;
                            }[];
                            modes: {
                                mode: "online" | "in_person";
                                count: number;
                            }[];
                        };
                        /** @description when nothing is found: a wish to let go of, and how many that would give */
                        relax: {
                            drop: "price" | "q" | "mode" | "place" | "subject";
                            total: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    uploadPicture: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/jpeg": unknown;
                "image/png": unknown;
                "image/webp": unknown;
                "application/octet-stream": unknown;
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Picture"];
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receivePaymentEvent: {
        parameters: {
            query?: never;
            header: {
                "stripe-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        received: boolean;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receivePlatformPaymentEvent: {
        parameters: {
            query?: never;
            header: {
                "stripe-signature": string;
            };
            path: {
                platform: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        received: boolean;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadDisputeFile: {
        parameters: {
            query: {
                field: "receipt" | "service_documentation" | "customer_communication" | "cancellation_policy" | "uncategorized_file";
                name: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/pdf": unknown;
                "image/jpeg": unknown;
                "image/png": unknown;
                "application/octet-stream": unknown;
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        chargeId: string;
                        providerId: string;
                        /** @enum {string} */
                        status: "reported" | "inquiry" | "inquiry_review" | "inquiry_closed" | "needs_response" | "under_review" | "won" | "lost";
                        reason: string | null;
                        currency: string | null;
                        amountMinor: number | null;
                        answer: ("contest" | "accept") | null;
                        dueAt: string | null;
                        /** @description in minor units of the currency */
                        heldMinor: number;
                        openedAt: string | null;
                        evidence: {
                            product_description?: string;
                            service_date?: string;
                            customer_name?: string;
                            customer_email_address?: string;
                            access_activity_log?: string;
                            cancellation_policy_disclosure?: string;
                            refund_refusal_explanation?: string;
                            uncategorized_text?: string;
                            receipt?: string;
                            service_documentation?: string;
                            customer_communication?: string;
                            cancellation_policy?: string;
                            uncategorized_file?: string;
                        };
                        files: {
                            id: string;
                            name: string;
                            bytes: number;
                        }[];
                        answeredAt: string | null;
                        refusal: string | null;
                        isAnswerable: boolean;
                    };
                };
            };
            /** @description RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
