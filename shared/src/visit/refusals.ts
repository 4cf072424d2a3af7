/** Every expected no. The words that a person reads for each live with the client; adding one here makes them fail to compile until it has words. */
export type RefusalCode =
  /** This actor may never do this. */
  | 'notYours'
  /** The visit, person, device or link that was named does not exist for this actor. */
  | 'notFound'
  | 'visitAlreadyPlanned'
  | 'visitNotOpen'
  | 'visitAlreadyOpen'
  | 'visitEnded'
  | 'purposeMissing'
  | 'nameTaken'
  | 'nameUnreadable'
  | 'oneHostOnly'
  | 'oneChairOnly'
  /** Whoever leads beside the host is known by their sign-in, never by a link. */
  | 'chairSignsIn'
  | 'alreadyOnRoster'
  | 'familyNeverSignsIn'
  | 'hostStays'
  | 'stillConnected'
  | 'signsInInstead'
  | 'linkExpired'
  | 'linkRevoked'
  /** As many devices as may stand at the door by one link are there already. */
  | 'tooManyDevices'
  | 'notWaiting'
  | 'alreadyInside'
  | 'notInside'
  | 'roomFull'
  | 'tooManyRooms'
  /** Another private room has this colour. */
  | 'markTaken'
  | 'rosterFull'
  | 'putOut'
  /** Nothing else of this person is inside: they are removed as a whole, or not at all. */
  | 'onlyDevice'
  /** Nobody asked for what this answers. */
  | 'nothingAsked'
  | 'notesFull'
  | 'tooManyCases'
  | 'alreadyNoticed'
  | 'caseSettled'
  /** The protocol for unknown people does not have this step here. */
  | 'notThisStep'
  /** Somebody unknown has not been introduced yet (UNK-4). */
  | 'notIntroduced'
  /** Somebody is there, or would be, from whom this person is kept apart (PLAN-10). Never said to one of them. */
  | 'keptApart'
  /** Two who are to be kept apart sit in one room. */
  | 'stillTogether'
  /** Nobody else is in this room who has a picture to compare, or whoever asks has none. */
  | 'nobodyToCompare'
  /** Somebody came since the pictures were compared, or has another key than the one they were made of; or they were made with another number. */
  | 'picturesChanged';
