using CdgMarches.App.Socle.Import;
using CdgMarches.App.Socle.Tableur;

namespace CdgMarches.App.Collectivites.Echanges;

/// <content>Comment une colonne s'ajoute au format.</content>
internal static partial class FormatDesCollectivites
{
    private static void Texte(
        string champ,
        string entete,
        int longueur,
        Func<FicheEchangee, string?> lire,
        Func<FicheEchangee, string?, FicheEchangee> poser,
        bool garde = false
    ) => Ajouter<string?>(champ, Colonnes.Texte(entete, longueur) with { VideConserve = garde }, lire, poser);

    private static ColonneDImport<T> Ajouter<T>(
        string champ,
        ColonneDImport<T> colonne,
        Func<FicheEchangee, T> lire,
        Func<FicheEchangee, T?, FicheEchangee> poser
    )
    {
        ColonnesDuPlan.Add(colonne);
        ParChamp[champ] = colonne;
        Champs.Avec(colonne, f => lire(f));
        Poseurs.Add(
            (ligne, fiche) =>
            {
                if (!ligne.Comporte(colonne))
                {
                    return fiche;
                }

                var valeur = ligne.Lire(colonne);
                return valeur is null && colonne.VideConserve ? fiche : poser(fiche, valeur);
            }
        );
        return colonne;
    }

    /// <summary>Un SIRET désigne la même personne morale que son SIREN : on ne garde que lui, pour comparer.</summary>
    private static Lecture<string?> LireSirenDuParent(CelluleLue cellule)
    {
        if (Domain.Noyau.Siren.TryParse(cellule.Texte, out var siren))
        {
            return Lecture.Ok<string?>(siren.Valeur);
        }

        return Domain.Noyau.Siret.TryParse(cellule.Texte, out var siret)
            ? Lecture.Ok<string?>(siret.Siren.Valeur)
            : Lecture.Refus<string?>(
                $"{Socle.Saisie.Citer(cellule.Texte)} n'est ni un SIREN ni un SIRET valide (clé de contrôle)."
            );
    }
}
