/** The namespace of Akoma Ntoso 3.0, the standard of OASIS. */
export const AKOMA_NTOSO = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';
