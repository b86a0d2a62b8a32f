import fc from 'fast-check';

/** Titles that the texts of {@link lawText} have and cite: several texts have the same one. */
export const TITLES = [
  '某市供水条例',
  '某市供水条例（草案）',
  '中华人民共和国某水法',
  '某市排水办法',
  '某市人民政府关于用水的规定',
  '关于用水的规定',
  '中华人民共和国民法典\n总则',
  '中华人民共和国民法典\n物权编',
] as const;

const NOTES = ['', '', '（2019年5月1日通过）', '（2019年5月1日通过　根据2023年6月1日决定修正）'];

const SENTENCES = [
  '供水单位应当保证水质。',
  '为了加强管理，根据《某水法》和《某市供水条例》（以下简称《条例》），制定本办法。',
  '依照《条例》第二条第一款、第三条第二项的规定执行。',
  '违反《中华人民共和国某水法》第一条第（二）项，或者该法第二条的，依照前款处罚。',
  '有本条例第一条、第三条规定情形的，适用前条。',
  '依照《民法典》第二编和第一条至第三条，参照《某市排水办法》第二条第一项。',
  '依照某市人民政府《关于用水的规定》（以下简称《规定》）第一条第一项，不适用《规定》第二条的，适用该规定第三条。',
  '依照本法第二条、《某市节水规定》第一条办理。',
  '有下列情形之一的：\n（一）擅自取水；\n（二）违反第一条第一项；\n（三）《某市供水条例》第一条第二项的情形。',
];

const article = fc
  .array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 3 })
  .map((sentences) => sentences.join('\n'));

/** Texts of law that cite one another and themselves: versions of one title, files of one statute's parts. */
export const lawText: fc.Arbitrary<string> = fc
  .record({
    title: fc.constantFrom(...TITLES),
    note: fc.constantFrom(...NOTES),
    articles: fc.array(article, { maxLength: 4 }),
  })
  .map(({ title, note, articles }) => {
    const lines = [
      title,
      ...(note ? [note] : []),
      ...articles.map((text, index) => `第${NUMERALS[index] ?? ''}条　${text}`),
    ];
    return `${lines.join('\n')}\n`;
  });

const NUMERALS = ['一', '二', '三', '四'];
