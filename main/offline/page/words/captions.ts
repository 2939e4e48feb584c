/** What is written under pictures, in several languages. Data only. */

/** The agencies whose names end captions. */
const agencies =
  "AP|AFP|Reuters|Getty(?: Images)?|EPA(?:-EFE)?|DPA|dpa|picture alliance|Bloomberg|Shutterstock|iStock|Alamy|Unsplash|Pexels|Pixabay|Corbis|Imago|IMAGO|Keystone|ANSA|EFE|LaPresse|Belga|ANP|TT|NTB|Ritzau|Lehtikuva|PAP|TASS|РИА Новости|ТАСС|Xinhua|新华社|Kyodo|共同|Yonhap|연합뉴스|Flickr|Wikimedia(?: Commons)?|Zuma(?: Press)?|PA(?: Wire)?|WireImage|NurPhoto|Splash(?: News)?|Instagram|YouTube";

/** Says whose picture it is, at the end of a caption or on a line of its own. */
export const creditLine = new RegExp(
  "(?:" +
    "(?:image |photo |picture )?(?:credits?|copyright)\\s*[:.…]*\\s|" +
    "\\((?:image|photo|picture|foto|photograph|pic|bild|credit|copyright|source|quelle|crédit|imagem|immagine|снимок|фото|写真|图|사진)s?(?: by| credit)?\\s*[:：/]|" +
    "(?:photo|photograph|image|picture|pic|foto|bild|illustration|crédit(?: photo)?|crédits|fotografía|imagem|фото|写真|图片|사진)s?(?: by| credit| courtesy(?: of)?)?\\s*[:：]\\s|" +
    "photo(?:graph)?s? (?:by|courtesy)\\b|" +
    "©|\\(c\\) ?\\d{4}|" +
    `(?:\\(|\\/|\\||via |— )\\s*(?:\\p{L}[\\p{L} .'’-]{2,40}\\s*[/|,]\\s*)?(?:${agencies})(?: photo)?(?:\\s*[/|,][^()]{0,60})?\\)?\\s*$` +
    ").*$",
  "iu",
);

/** A line that is nothing but the name of a photographer and an agency. */
export const bareCredit = new RegExp(
  `^(?:\\p{Lu}[\\p{L}.'’-]+(?:\\s\\p{L}[\\p{L}.'’-]+){0,4}\\s*[/|,]\\s*){0,2}(?:The )?(?:${agencies}|Associated Press|Agence France-Presse)(?:\\s*(?:via|[/|,])\\s*[\\p{L} .'’-]{2,40})*$`,
  "u",
);
