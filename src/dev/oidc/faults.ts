/** What a test lets go wrong, until it is set back. */
export type Fault =
  // The ID token lies.
  | 'unsigned'
  | 'signed_with_client_secret'
  | 'signed_by_somebody'
  | 'wrong_nonce'
  | 'no_nonce'
  | 'wrong_audience'
  | 'wrong_issuer'
  | 'expired'
  | 'not_yet_valid'
  | 'clock_a_little_off'
  | 'no_id_token'
  | 'no_subject'
  // The provider is not well.
  | 'garbage_token_answer'
  | 'broken_token_endpoint'
  | 'slow_token_endpoint'
  | 'garbage_discovery'
  | 'slow_discovery'
  | 'discovery_of_another';
