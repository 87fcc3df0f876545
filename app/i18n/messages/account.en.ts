export const accountEn = {
  registerTitle: 'Register for the contest',
  registerLead: 'You register once for all rounds.',
  registerPartPerson: 'Participant',
  registerPartSignIn: 'Signing in',
  registerFixedData:
    'Prizes are awarded by name and unit, so you cannot change them yourself after registering. If something is wrong, send a request and the organizers will correct it.',
  fullName: 'Full name',
  fullNameHint: 'In full, with accents, as on your identity card.',
  loginName: 'Phone number or account name',
  loginNameHint:
    'For example 0912 345 678, or a name without accents of 4 characters or more such as nguyen.an. Used to sign in, never shown in public.',
  unit: 'Unit',
  unitHint: 'Choose from the organizers’ list.',
  unitSearchHint: 'Type part of the name, with or without accents, then choose from the list.',
  unitSearch: 'Find your unit',
  unitChoose: '— Choose a unit —',
  unitNowCalled: '{former} (now {current})',
  unitOthers: 'Other units',
  unitCount: 'Units found: {count}',
  unitNotFound: 'No unit matches. Try fewer letters or check the name.',
  unitMore: '{count} more. Type on to narrow the list.',
  password: 'Password',
  passwordHint:
    'At least {count} characters. Nothing easily guessed such as 12345678, and not your phone number or account name.',
  showPassword: 'Show',
  hidePassword: 'Hide',
  formHasErrors: 'Not sent yet. Please correct the marked fields below; everything you typed is still there.',

  consentsTitle: 'Personal data and your consent',
  noticeTitle: 'Notice on the processing of personal data',
  noticeVersion:
    'Under the Law on Personal Data Protection No. 91/2025/QH15 and Decree No. 356/2025/NĐ-CP. Version of this notice: {version}.',
  noticeWho: 'Who',
  noticeWhoText: '{organizer}.',
  noticeWhat: 'Which data',
  noticeWhatText:
    'Full name, phone number or account name, unit; answers, scores and times of your attempts; your choices of consent and the requests you send. The password is stored only as a one-way hash. No identity numbers, photos of papers or birthdays are asked for, and what you do on your device is not tracked.',
  noticeWhy: 'What for',
  noticeWhyText:
    'To run the contest, mark, rank, award prizes, settle complaints and make statistics by unit.',
  noticePublic: 'Who sees it',
  noticePublicText:
    'The organizers see all of it. Public rankings show the unit, score, time and the initials of the name, unless you agree to show your name.',
  noticeHowLong: 'How long',
  noticeHowLongText:
    'Until results are published, complaints settled and prizes awarded. After that the organizers delete or anonymize it, except for records the law requires them to keep.',
  noticeRights: 'Your rights',
  noticeRightsText:
    'To know; to consent, refuse and withdraw consent; to see your data and to ask for correction, a copy, deletion or restriction; to object and complain. Send requests from your account page. Who withdraws the consent to processing can no longer take part.',
  consentProcessing: 'I take part under the rules and agree to the processing of my data as stated above.',
  consentProcessingHint: 'Required to take part.',
  consentPublication: 'I agree that my name is shown on public rankings.',
  consentPublicationHint:
    'Optional, and can be changed at any time. Without it rankings show only initials, for example “N. V. A.”.',
  registerButton: 'Register',
  registrationNotOpen: 'Registration is not open yet',
  registrationNotOpenText:
    'The organizers have not published the contest or the list of units yet. Please come back later.',
  toHome: 'To the home page',
  working: 'Please wait…',
  haveAccount: 'Have an account?',
  noAccount: 'No account yet?',

  signInTitle: 'Sign in',
  signInFirst: 'Please sign in to open that page. You will be taken there afterwards.',
  signInButton: 'Sign in',
  signInInstead: 'Sign in with the existing account',
  forgotPassword: 'Forgot the password? Ask the organizers for a one-time code.',
  signOutTitle: 'Sign out',
  signOutText: 'You are signed in as {name}. Sign out on this device?',
  signOutButton: 'Sign out',
  staySignedIn: 'Stay',

  onceTitle: 'Sign in with a one-time link',
  linkOwner: 'Account of',
  linkLoginName: 'Login name',
  onceText: 'This link works only once. If this is not your account, close this page.',
  onceButton: 'Sign in',
  onceExpiredTitle: 'This link no longer works',
  onceExpiredText: 'It was used, has expired or was replaced by a newer one.',
  onceExpiredPassword: 'If you have set a password, sign in as usual.',
  onceExpiredParticipant: 'If you are a participant, ask the organizers for a new link.',
  onceExpiredOperator:
    'If you are installing the system and no organizer has a password yet, run npm start again: it prints a new link.',
  toSignIn: 'To the sign-in page',

  passwordTitle: 'Change password',
  passwordSetTitle: 'Set a password',
  passwordLead:
    'You stay signed in on this device; every other device where you are signed in will be signed out.',
  passwordSetLead:
    'From now on you sign in with this password, as the link has been used up. Every other device where you are signed in will be signed out.',
  currentPassword: 'Current password',
  newPassword: 'New password',
  passwordButton: 'Save password',
  cancel: 'Cancel',
  passwordSaved: 'The new password is saved. Other devices have been signed out.',

  accountTitle: 'My account',
  toOrganizer: 'To the organizers’ console',
  myData: 'My data',
  myDataReason:
    'Prizes are awarded by name and unit, so you cannot change them yourself. If something is wrong, send the organizers a request.',
  publicationTitle: 'Your name on rankings',
  publicationOn: 'Full name shown',
  publicationOff: 'Initials only',
  publicationShownAs: 'Others see you as:',
  publicationGivenAt: 'You agreed at {time}.',
  publicationRefusedAt: 'You chose not to show your name at {time}.',
  publicationGiveEffect:
    'If you agree, every public ranking shows “{name}” from then on. You can withdraw at any time.',
  publicationWithdrawEffect: 'If you withdraw, every ranking shows only your initials from then on.',
  publicationGive: 'Agree to show my name',
  publicationWithdraw: 'Withdraw consent',
  publicationSaved: 'Your choice is recorded. Rankings follow it.',
  requestTitle: 'Send the organizers a request',
  requestHint:
    'For example: correct the name or unit (state what is right), send or delete data. At most {max} characters.',
  requestLabel: 'Your request',
  requestButton: 'Send request',
  requestSent: 'The request is sent. You can follow it on this page.',
  requestsSent: 'Requests sent',
  requestsWaiting:
    'Several of your requests are waiting. You can send more once the organizers have handled them.',
  requestOpen: 'Waiting',
  requestHandled: 'Handled on {date}',

  firstConsentsTitle: 'Before you take part',
  consentsLead:
    'The organizers made your account from your unit’s list. Please read the notice and decide for yourself; nothing is ticked beforehand.',
  consentsButton: 'Continue',
  consentsRefuse: 'I do not agree, sign out',
  consentsRefuseText: 'Without it you cannot take part yet. You can sign in again and agree at any time.',

  codeTitle: 'Set a password with a code',
  codeLead:
    'For people who were given a code by the organizers because they forgot the password. It works once.',
  code: 'Code',
  codeHint: 'Eight characters such as ACDE-2346; capital or small letters are the same.',
  codeButton: 'Save the password and sign in',
  haveCode: 'I have a code from the organizers',
  code_missing: 'Please enter the code you were given.',
  code_wrong_or_expired:
    'The login name or the code is wrong, or the code was used or has expired. Check it or ask for a new one.',
  requestAnswer: 'The organizers’ answer:',

  full_name_missing: 'Please enter your full name.',
  full_name_too_short: 'The name needs at least 2 characters. Please give it in full.',
  full_name_too_long: 'The name is longer than 80 characters. Please check it.',
  full_name_invalid:
    'A name has only letters, spaces, apostrophes, hyphens and full stops. Please remove digits and other signs.',
  login_name_missing: 'Please enter a phone number or choose an account name.',
  login_name_invalid:
    'Enter a mobile number of 10 digits (such as 0912 345 678), or a name of 4 to 32 characters that begins with a letter and has only unaccented letters, digits, full stops, hyphens and underscores.',
  unit_missing: 'Please choose your unit from the list.',
  unit_unknown: 'This unit is no longer on the list. Please choose again.',
  password_missing: 'Please choose a password.',
  password_too_short: 'The password needs at least 8 characters. Please add a few.',
  password_too_long: 'The password is longer than 200 characters. Please choose a shorter one.',
  password_too_common: 'Many people use this password, so it is easily guessed. Please choose another.',
  password_is_login_name:
    'The password must not be your phone number or account name. Please choose another.',
  consent_missing: 'You need to tick this box to register.',
  notice_changed: 'The notice was just updated. Please read it again, then tick the box.',
  login_name_taken:
    'This phone number or account name can’t be used. If it is yours, sign in; otherwise choose another.',
  account_locked: 'This account is locked. Please ask the organizers.',
  wrong_credentials: 'The login name or the password is wrong. Please check both and try again.',
  current_password_missing: 'Please enter your current password.',
  wrong_current_password: 'The current password is wrong. Please enter it again.',
  too_many_tries: 'Too many tries. Please wait {wait} and try again.',
  request_invalid: 'Please write your request, at most 1,000 characters.',
} as const
