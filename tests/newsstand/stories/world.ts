/** The invented world of the newsstand: its places, people, firms and institutions. */

/** Names as they are listed, parted by commas and line ends. */
function listed(names: string): readonly string[] {
  return names.trim().split(/,\s*|\n/);
}

/** Home countries, their people and their capitals. */
export const countries: readonly string[] = listed(`
Aldermark, Valmora, Kestria, Norvald, Sarovia, Belisle
Tamarra, Quillan, Lindhaven, Ostrel
`);

export const places: readonly string[] = listed(`
Port Halden, Castlemere, Kingsferry, Eastmere, Brightwater, Lake Arden
Ashcombe, Stonehaven Bay, Redcastle, Marlow Bay, Dunmore Vale, Norrvik
Tamar Point, Westhollow, Carrow, Fallbridge, Saltmarsh, Granton Heath
Ivery, Holmsund, Peverell, Long Sutter, Oakhurst Cross, Wexcombe
Merrin, Skelby, Corran, Upper Tolland, Blackwater Quay, Fenwick Sound
`);

export const firstNames: readonly string[] = listed(`
Marta, Jonas, Adaeze, Tomas, Ingrid, Rafael
Leila, Callum, Sofia, Henrik, Nadia, Oscar
Priya, Emil, Clara, Yusuf, Hannah, Mateo
Freya, Daniel, Amara, Viktor, Elsie, Idris
Noor, Samuel, Greta, Kwame, Lucia, Peter
Anneke, Bram, Zoya, Gareth, Mireille, Anton
Rosalind, Dev, Helena, Ciaran, Ottilie, Malik
Ruth, Stellan, Imogen, Farid, Beatrix, Luca
Thandi, Edmund, Saoirse, Pavel, Naomi, Kasper
Ines, Wilfred, Jun, Tamsin, Arjun, Eleanor
`);

export const familyNames: readonly string[] = listed(`
Lindqvist, Okonjo, Harrow, Delacroix, Venn, Sandoval
Thorne, Mbeki-Hale, Castellan, Rask, Ferreira, Whitlock
Aziz, Brandt, Kovac, Penhale, Iyer, Malone
Stroud, Vasquez, Holm, Achterberg, Quayle, Nakata
Osei, Tremaine, Larkin, Bellweather, Duarte, Ekström
Fairclough, Grigoryan, Hassan, Jellicoe, Kessler, Lowther
Marchetti, Novak, Pryce, Rahimi, Selwyn, Tolliver
Underhill, Verhoeven, Wexler, Yardley, Zielinski, Abara
Bramhall, Corrigan, Drummond, Eastwood-Rao, Fonseca, Garrick
Hollis, Ibsen, Jarrow, Kaminski, Lysander, Moreau
Nightingale, Oyelaran, Pemberton, Renshaw, Sorensen, Tindall
Ulrich, Vane, Winterbourne, Ashdown
`);

export const companies: readonly string[] = listed(`
Halvard Marine, Brightwater Semiconductor, Northgate Holdings, Arden & Lisle, Corvane, Meridian Freight
Tessera Systems, Lowmoor Steel, Ferrant Foods, Oriole Energy, Palegate Capital, Kestrel Rail
Sunder & Sons, Vantry, Larkfield Group, Ostara Chemicals, Quillon Aerospace, Greywether Insurance
Marlstone, Holloway Retail, Pinewharf, Caldera Power, Threadgold, Winnock Motors
`);

export const universities: readonly string[] = listed(`
the University of Lake Arden, Castlemere University, the Norrvik Institute, Redcastle Polytechnic, the Ashcombe School of Medicine, the University of Eastmere
Tamar Point College, the Royal Institute at Carrow
`);
