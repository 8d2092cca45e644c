/**
 * Who may call what: one line per operation, read by access.test.ts, which makes each call for each
 * actor with a real object of the owner. A route without a line fails, and so does a line without a
 * route. `-` is a case that does not arise.
 *
 * access     what the route itself asks for
 * +fresh     … and identity proved within the last ten minutes
 * anonymous  nobody signed in
 * stranger   signed in, learner and instructor, no part in the object
 * owner      whose the object is: the learner, or the teacher for what teachers have
 * other      the other party: the teacher of the learner's booking; the learner for what teachers have
 * unscoped   an operator with every scope but the one that the route asks for (with none, where it asks for none)
 * scoped     an operator with that scope alone (with every scope, where it asks for none)
 * request    the name of what is sent, in access-requests.ts
 */
const table = `
operation                                     access            anonymous stranger owner other unscoped scoped request
POST   /api/v1/auth/register                  public            202       202      202   202   202      202    registration
POST   /api/v1/auth/resend-verification       public            202       202      202   202   202      202    emailAlone
POST   /api/v1/auth/verify-email              public            200       200      200   200   200      200    verificationLink
POST   /api/v1/auth/forgot-password           public            202       202      202   202   202      202    emailAlone
POST   /api/v1/auth/reset-password            public            204       204      204   204   204      204    resetLink
POST   /api/v1/auth/login                     public            200       200      200   200   200      200    learnersPassword
POST   /api/v1/auth/logout                    public            204       204      204   204   204      204    nothing
GET    /api/v1/me                             signed_in         401       200      200   200   200      200    nothing
POST   /api/v1/auth/refresh                   public            200       200      200   200   200      200    refreshToken
GET    /api/v1/auth/proofs                    signed_in         401       200      200   200   200      200    nothing
POST   /api/v1/auth/confirm                   signed_in         401       204      204   204   204      204    ownPassword
POST   /api/v1/auth/change-password           signed_in         401       204      204   204   204      204    newPassword
GET    /api/v1/auth/sessions                  signed_in         401       200      200   200   200      200    nothing
DELETE /api/v1/auth/sessions/:sessionId       signed_in         401       404      204   404   404      404    otherSession
POST   /api/v1/auth/sessions/end-others       signed_in         401       200      200   200   200      200    nothing
GET    /api/v1/auth/watch                     signed_in         401       400      400   400   400      400    nothing
GET    /api/v1/me/security-log                signed_in         401       200      200   200   200      200    nothing
GET    /api/v1/operator/audit-log             operator:people   401       403      403   403   403      200    nothing

GET    /api/v1/auth/2fa/status                signed_in         401       200      200   200   200      200    nothing
POST   /api/v1/auth/2fa/setup/initiate        signed_in+fresh   401       200      200   200   200      200    nothing
POST   /api/v1/auth/2fa/setup/verify          signed_in+fresh   401       409      200   409   409      409    begunSetUp
POST   /api/v1/auth/2fa/disable               signed_in+fresh   401       409      204   409   409      409    protectedByApp
POST   /api/v1/auth/2fa/regenerate-backup-codes signed_in+fresh   401       409      200   409   409      409    protectedByAppAlone
GET    /api/v1/auth/2fa/pending               public            401       401      200   401   401      401    pendingSignIn
POST   /api/v1/auth/2fa/verify-login          public            401       401      200   401   401      401    secondStep
POST   /api/v1/auth/2fa/stop-reset            public            422       422      422   422   422      422    unknownLink
POST   /api/v1/operator/people/:personId/end-sessions operator:people+fresh 401       403      403   403   403      200    protectedPerson
POST   /api/v1/operator/people/:personId/reset-two-factor operator:people+fresh 401       403      403   403   403      202    protectedPerson
GET    /api/v1/auth/trusted-browsers          signed_in         401       200      200   200   200      200    nothing
DELETE /api/v1/auth/trusted-browsers/:browserId signed_in         401       404      204   404   404      404    trustedBrowser
POST   /api/v1/auth/trusted-browsers/revoke-all signed_in         401       200      200   200   200      200    nothing

POST   /api/v1/auth/passkeys/options          public            200       200      200   200   200      200    passkeyWish
POST   /api/v1/auth/passkeys/sign-in          public            422       422      200   422   422      422    passkeyAnswer
POST   /api/v1/auth/passkeys/register/options signed_in+fresh   401       200      200   200   200      200    nothing
POST   /api/v1/auth/passkeys/register         signed_in+fresh   401       422      201   422   422      422    newPasskey
GET    /api/v1/auth/passkeys                  signed_in         401       200      200   200   200      200    nothing
PATCH  /api/v1/auth/passkeys/:passkeyId       signed_in         401       404      204   404   404      404    passkey
DELETE /api/v1/auth/passkeys/:passkeyId       signed_in+fresh   401       404      204   404   404      404    passkeyAlone

GET    /api/v1/auth/oidc                      public            200       200      200   200   200      200    nothing
POST   /api/v1/auth/oidc/start                public            200       200      200   200   200      200    noWish
POST   /api/v1/auth/oidc/finish               public            422       422      200   422   422      422    providersAnswer
GET    /api/v1/auth/oidc/links                signed_in         401       200      200   200   200      200    nothing
DELETE /api/v1/auth/oidc/links/:linkId        signed_in+fresh   401       404      204   404   404      404    providersLink

PATCH  /api/v1/me                             signed_in         401       200      200   200   200      200    newName
GET    /api/v1/me/export                      signed_in+fresh   401       200      200   200   200      200    nothing
POST   /api/v1/me/deletion                    signed_in+fresh   401       202      202   202   202      202    ownPassword
GET    /api/v1/me/deletion                    signed_in         401       200      200   200   200      200    nothing
DELETE /api/v1/me/deletion                    signed_in         401       204      204   204   204      204    scheduledDeletion
POST   /api/v1/auth/email-change              signed_in+fresh   401       202      202   202   202      202    newAddressOfMail
GET    /api/v1/auth/email-change              signed_in         401       200      200   200   200      200    nothing
DELETE /api/v1/auth/email-change              signed_in         401       204      204   204   204      204    pendingAddressOfMail
POST   /api/v1/auth/email-change/confirm      public            200       200      200   200   200      200    linkToNewAddress
POST   /api/v1/auth/email-change/undo         public            200       200      200   200   200      200    linkToOldAddress
GET    /api/v1/auth/phone                     signed_in         401       200      200   200   200      200    nothing
POST   /api/v1/auth/phone/start               signed_in+fresh   401       202      202   202   202      202    newPhone
POST   /api/v1/auth/phone/resend              signed_in         401       409      202   409   409      409    pendingPhone
POST   /api/v1/auth/phone/verify              signed_in         401       409      200   409   409      409    codeBySms
DELETE /api/v1/auth/phone                     signed_in+fresh   401       204      204   204   204      204    nothing

POST   /api/v1/me/pictures                    signed_in         401       201      201   201   201      201    picture
DELETE /api/v1/me/pictures/:digest            signed_in         401       404      204   404   404      404    learnersPicture
GET    /media/:digest/:file                   public            200       200      200   200   200      200    pictureFile

GET    /api/v1/markets                        public            200       200      200   200   200      200    nothing
GET    /api/v1/markets/suggestion             public            200       200      200   200   200      200    nothing
GET    /api/v1/me/market                      signed_in         401       200      200   200   200      200    nothing
PUT    /api/v1/me/market                      signed_in         401       200      200   200   200      200    market
GET    /api/v1/places                         public            200       200      200   200   200      200    places
GET    /api/v1/me/addresses                   signed_in         401       200      200   200   200      200    nothing
POST   /api/v1/me/addresses                   signed_in         401       201      201   201   201      201    newAddress
DELETE /api/v1/me/addresses/:id               signed_in         401       404      204   404   404      404    learnersAddress

GET    /api/v1/subjects                       public            200       200      200   200   200      200    nothing
POST   /api/v1/subjects                       operator:catalog  401       403      403   403   403      201    newSubject
PATCH  /api/v1/subjects/:slug                 operator:catalog  401       403      403   403   403      200    subject
GET    /api/v1/instructors                    public            200       200      200   200   200      200    nothing
GET    /api/v1/instructors/:slug              public            200       200      200   200   200      200    teachersPage
GET    /api/v1/me/instructor                  signed_in         401       200      200   404   404      404    own
PUT    /api/v1/me/instructor                  signed_in         401       200      200   200   200      200    ownProfile
POST   /api/v1/me/instructor/publish          instructor        401       200      200   403   403      403    own
POST   /api/v1/me/instructor/services         instructor        401       201      201   403   403      403    newService
PUT    /api/v1/me/instructor/portrait         instructor        401       422      200   403   403      403    photo
PATCH  /api/v1/me/instructor/services/:id     instructor        401       404      200   403   403      403    service
DELETE /api/v1/me/instructor/services/:id     instructor        401       404      204   403   403      403    service

GET    /api/v1/libraries                      public            200       200      200   200   200      200    nothing
GET    /api/v1/poses                          public            200       200      200   200   200      200    nothing
GET    /api/v1/poses/:slug                    public            200       200      200   200   200      200    pose
GET    /api/v1/exercises                      public            200       200      200   200   200      200    yogaLibrary
GET    /api/v1/exercises/:library/:slug       public            200       200      200   200   200      200    pose
GET    /api/v1/sequences                      public            200       200      200   200   200      200    nothing
GET    /api/v1/sequences/:slug                public            200       200      200   200   200      200    practiceSequence
GET    /api/v1/illustrations                  public            200       200      200   200   200      200    illustrated
POST   /api/v1/sequences/make                 public            200       200      200   200   200      200    practiceWish
GET    /figures/:library/:file                public            200       200      200   200   200      200    figureFile
GET    /figures/:library/exercises/:slug/:file public            200       200      200   200   200      200    exercisePicture
GET    /figures/:library/sequences/:slug/:file public            200       200      200   200   200      200    sequencePicture
POST   /api/v1/me/practice-sessions           signed_in         401       201      201   201   201      201    finishedPractice
POST   /api/v1/me/practice-sessions/sync      signed_in         401       200      200   200   200      200    practiceQueue
GET    /api/v1/me/practice-sessions           signed_in         401       200      200   200   200      200    nothing
GET    /api/v1/me/practice-sessions/:id       signed_in         401       404      200   404   404      404    learnersPractice
GET    /api/v1/me/progress                    signed_in         401       200      200   200   200      200    nothing
GET    /api/v1/authoring/items                signed_in         401       200      200   403   403      403    ownItems
POST   /api/v1/authoring/items                signed_in         401       201      201   403   403      403    newItem
GET    /api/v1/authoring/items/:id            signed_in         401       404      200   404   404      404    ownItem
PUT    /api/v1/authoring/items/:id/draft      signed_in         401       404      200   404   404      404    draftOfItem
DELETE /api/v1/authoring/items/:id/draft      signed_in         401       404      204   404   404      404    ownItem
GET    /api/v1/authoring/items/:id/preview    signed_in         401       404      200   404   404      404    ownItem
POST   /api/v1/authoring/items/:id/publish    signed_in         401       404      200   404   404      404    wholeItem
POST   /api/v1/authoring/items/:id/unpublish  signed_in         401       404      200   404   404      404    publishedItem
GET    /api/v1/authoring/items/:id/history    signed_in         401       404      200   404   404      404    publishedItem
POST   /api/v1/authoring/items/:id/restore    signed_in         401       404      200   404   404      404    itemWithHistory
GET    /api/v1/me/homework                    signed_in         401       200      200   200   200      200    nothing
GET    /api/v1/homework                       instructor        401       200      200   403   403      403    lessonHad
POST   /api/v1/homework                       instructor        401       404      201   403   403      403    newHomework
DELETE /api/v1/homework/:id                   instructor        401       404      204   403   403      403    homework
GET    /api/v1/me/practice-goals              signed_in         401       200      200   200   200      200    nothing
PUT    /api/v1/me/practice-goals/:kind        signed_in         401       200      200   200   200      200    practiceGoal
DELETE /api/v1/me/practice-goals/:kind        signed_in         401       204      204   204   204      204    practiceGoal
GET    /api/v1/me/favourites                  signed_in         401       200      200   200   200      200    nothing
GET    /api/v1/me/favourites/:kind/:slug      signed_in         401       200      200   200   200      200    favouritePose
PUT    /api/v1/me/favourites/:kind/:slug      signed_in         401       204      204   204   204      204    favouritePose
DELETE /api/v1/me/favourites/:kind/:slug      signed_in         401       204      204   204   204      204    favouritePose
GET    /api/v1/me/sequences                   signed_in         401       200      200   200   200      200    nothing
POST   /api/v1/me/sequences                   signed_in         401       201      201   201   201      201    newSequence
GET    /api/v1/me/sequences/:slug             signed_in         401       404      200   404   404      404    learnersSequence
PUT    /api/v1/me/sequences/:slug             signed_in         401       404      200   404   404      404    changedSequence
PUT    /api/v1/me/sequences/:slug/sharing     signed_in         401       404      200   404   404      404    sharedSequence
DELETE /api/v1/me/sequences/:slug             signed_in         401       204      204   204   204      204    learnersSequence
POST   /api/v1/sequences/check                public            200       200      200   200   200      200    newSequenceSteps
GET    /api/v1/me/practice-cautions           signed_in         401       200      200   200   200      200    nothing
PUT    /api/v1/me/practice-cautions           signed_in         401       200      200   200   200      200    ownCautions
GET    /api/v1/me/exercise-notes              signed_in         401       200      200   200   200      200    nothing
GET    /api/v1/me/exercise-notes/:library/:slug signed_in         401       404      200   404   404      404    learnersNote
PUT    /api/v1/me/exercise-notes/:library/:slug signed_in         401       200      200   200   200      200    noteOnPose
DELETE /api/v1/me/exercise-notes/:library/:slug signed_in         401       204      204   204   204      204    learnersNote

GET    /api/v1/instructors/:id/slots          public            200       200      200   200   200      200    teachersSlots
GET    /api/v1/instructors/:id/slots/why      public            200       200      200   200   200      200    teachersSlot
GET    /api/v1/me/availability                instructor        401       200      200   403   403      403    own
PUT    /api/v1/me/availability                instructor        401       200      200   403   403      403    availability
GET    /api/v1/me/week                        instructor        401       200      200   403   403      403    own

POST   /api/v1/bookings                       public            201       201      201   403   201      201    wish
GET    /api/v1/bookings/:id                   public            404       404      200   200   404      200    held
POST   /api/v1/bookings/:id/claim             signed_in         401       404      200   403   404      403    guestsHold
POST   /api/v1/bookings/:id/release           public            404       404      200   403   404      403    held
POST   /api/v1/bookings/:id/checkout          signed_in         401       404      200   403   404      403    held
POST   /api/v1/bookings/:id/payment-check     signed_in         401       404      200   403   404      403    held
GET    /api/v1/bookings/:id/cancellation      signed_in         401       404      200   200   404      403    paid
POST   /api/v1/bookings/:id/cancel            signed_in         401       404      200   200   404      403    cancellation
POST   /api/v1/bookings/:id/accept            signed_in         401       404      200   403   404      403    request
POST   /api/v1/bookings/:id/decline           signed_in         401       404      200   403   404      403    request
GET    /api/v1/bookings/:id/calendar.ics      signed_in         401       404      200   200   404      403    paid
POST   /api/v1/bookings/:id/no-show           signed_in         401       404      403   409   404      403    paidAndMissed
POST   /api/v1/bookings/:id/problem           signed_in         401       404      409   403   404      403    paidWithProblem
GET    /api/v1/operator/lesson-problems       operator:payments 401       403      403   403   403      200    nothing
GET    /api/v1/operator/lesson-problems/:id   operator:payments 401       403      403   403   403      200    openProblem
POST   /api/v1/operator/lesson-problems/:id/settle operator:payments+fresh 401       403      403   403   403      204    openProblem
GET    /api/v1/me/lessons                     signed_in         401       200      200   200   200      200    upcoming

GET    /api/v1/instructors/:id/reviews        public            200       200      200   200   200      200    teachersId
GET    /api/v1/search/understand              public            200       200      200   200   200      200    wishInWords
GET    /api/v1/search                         public            200       200      200   200   200      200    search
GET    /api/v1/operator/payments operator:payments 401       403      403   403   403      200    nothing
GET    /api/v1/operator/payments/:id operator:payments 401       403      403   403   403      200    takenPayment
POST   /api/v1/operator/payments/:id/check operator:payments 401       403      403   403   403      202    takenPayment
POST   /api/v1/operator/payments/:id/refunds operator:payments+fresh 401       403      403   403   403      202    refundOfPayment
GET    /api/v1/operator/payment-calls operator:payments 401       403      403   403   403      200    nothing
POST   /api/v1/operator/payment-calls/:id/retry operator:payments 401       403      403   403   403      202    waitingCall
GET    /api/v1/operator/payment-events operator:payments 401       403      403   403   403      200    nothing
GET    /api/v1/operator/payment-events/:id operator:payments 401       403      403   403   403      200    parkedEvent
POST   /api/v1/operator/payment-events/:id/replay operator:payments 401       403      403   403   403      202    parkedEvent
GET    /api/v1/operator/disputes operator:payments 401       403      403   403   403      200    nothing
GET    /api/v1/operator/disputes/:id operator:payments 401       403      403   403   403      200    dispute
PUT    /api/v1/operator/disputes/:id/evidence operator:payments 401       403      403   403   403      200    evidence
POST   /api/v1/operator/disputes/:id/files operator:payments 401       403      403   403   403      201    evidenceFile
POST   /api/v1/operator/disputes/:id/answer operator:payments+fresh 401       403      403   403   403      202    disputeAnswer
GET    /api/v1/operator/reconciliations operator:payments 401       403      403   403   403      200    nothing
GET    /api/v1/operator/reconciliations/:id operator:payments 401       403      403   403   403      200    comparison
POST   /api/v1/operator/reconciliations operator:payments 401       403      403   403   403      202    nothing
GET    /api/v1/operator/reconciliation-cases operator:payments 401       403      403   403   403      200    nothing
POST   /api/v1/operator/reconciliation-cases/:id/close operator:payments 401       403      403   403   403      204    openCase
GET    /api/v1/payouts/account                instructor        401       200      200   403   403      403    own
POST   /api/v1/payouts/account/check          instructor        401       200      200   403   403      403    own
POST   /api/v1/payouts/account/onboarding     instructor+fresh  401       200      200   403   403      403    own
POST   /api/v1/payouts/account/dashboard      instructor+fresh  401       409      200   403   403      403    teachersDashboard
GET    /api/v1/payouts                        instructor        401       200      200   403   403      403    own
GET    /api/v1/payouts/:payoutId              instructor        401       404      200   403   403      403    teachersPayout
GET    /api/v1/payouts/:payoutId/lines        instructor        401       404      200   403   403      403    teachersPayout
GET    /api/v1/earnings                       instructor        401       200      200   403   403      403    own
GET    /api/v1/earnings/summary               instructor        401       200      200   403   403      403    own
GET    /api/v1/earnings/statements            instructor        401       200      200   403   403      403    own
GET    /api/v1/earnings/statements/:month/statement.csv instructor 401    200      200   403   403      403    teachersMonth
GET    /api/v1/earnings/statements/:month/statement.pdf instructor 401    200      200   403   403      403    teachersMonth
GET    /api/v1/me/payments                    signed_in         401       200      200   200   200      200    nothing
GET    /api/v1/me/payments/:id                signed_in         401       404      200   404   404      404    lessonsPayment
GET    /api/v1/me/payments/:id/receipt.pdf    signed_in         401       404      200   404   404      404    plusPayment
GET    /api/v1/me/payments/:id/invoice.pdf    signed_in         401       404      200   404   404      404    plusPayment
GET    /api/v1/me/cards                       signed_in         401       200      200   200   200      200    nothing
POST   /api/v1/me/cards                       signed_in         401       200      200   200   200      200    nothing
POST   /api/v1/me/cards/check                 signed_in         401       200      200   200   200      200    nothing
PUT    /api/v1/me/cards/:id/default           signed_in         401       404      204   404   404      404    learnersCard
DELETE /api/v1/me/cards/:id                   signed_in         401       404      204   404   404      404    learnersCard
GET    /api/v1/plus/plans                     public            200       200      200   200   200      200    marketsPlans
GET    /api/v1/me/plus                        signed_in         401       200      200   200   200      200    nothing
POST   /api/v1/me/plus                        signed_in         401       200      200   200   200      200    newPlus
POST   /api/v1/me/plus/check                  signed_in         401       200      200   200   200      200    nothing
POST   /api/v1/me/plus/portal                 signed_in         401       404      200   404   404      404    learnersPlus
GET    /api/v1/me/plus/change                 signed_in         401       404      200   404   404      404    otherPlan
POST   /api/v1/me/plus/change                 signed_in         401       404      200   404   404      404    changeOfPlan
GET    /api/v1/me/plus/cancellation           signed_in         401       404      200   404   404      404    learnersPlus
POST   /api/v1/me/plus/cancel                 signed_in         401       404      200   404   404      404    endOfPlus
POST   /api/v1/me/plus/resume                 signed_in         401       404      200   404   404      404    endingPlus

POST   /api/v1/webhooks/payments              public            400       400      400   400   400      400    unsignedEvent
POST   /api/v1/webhooks/payments/:platform    public            400       400      400   400   400      400    unsignedMarketEvent

GET    /api/docs                              public            200       200      200   200   200      200    nothing
GET    /api/docs.css                          public            200       200      200   200   200      200    nothing
GET    /api/openapi.json                      public            200       200      200   200   200      200    nothing
GET    /health/live                           public            200       200      200   200   200      200    nothing
GET    /health/ready                          public            200       200      200   200   200      200    nothing
GET    /favicon.svg                           public            200       200      200   200   200      200    nothing
GET    /practice-worker.js                    public            200       200      200   200   200      200    nothing
GET    /assets/*                              public            404       404      404   404   404      404    noAsset
GET    /portraits/:file                       public            200       200      200   200   200      200    portrait
GET    /*                                     public            200       200      200   200   200      200    page
POST   /*                                     public            405       405      405   405   405      405    noPage
`;

export const parts = ['anonymous', 'stranger', 'owner', 'other', 'unscoped', 'scoped'] as const;
export type Part = (typeof parts)[number];

export interface Row {
  /** "GET /api/v1/me", as the route is registered. */
  operation: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  access: string;
  fresh: boolean;
  /** The status that each gets; nobody is asked where it is absent. */
  expected: Partial<Record<Part, number>>;
  request: string;
}

export const rows: Row[] = table
  .trim()
  .split('\n')
  .slice(1)
  .filter((line) => line.trim() !== '')
  .map((line) => {
    const [method = '', path = '', access = '', ...cells] = line.trim().split(/\s+/);
    if (cells.length !== parts.length + 1) throw new Error(`not a line of the table: ${line}`);
    const expected = Object.fromEntries(
      parts.flatMap((part, column) =>
        cells[column] === '-' ? [] : [[part, Number(cells[column])]],
      ),
    );
    return {
      operation: `${method} ${path}`,
      method: method as Row['method'],
      path,
      access: access.replace('+fresh', ''),
      fresh: access.endsWith('+fresh'),
      expected,
      request: cells.at(-1)!,
    };
  });
