using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Import;
using CdgMarches.Domain.Recensements;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>Une ligne d'aperçu, telle que l'écran la montre.</summary>
/// <param name="Lieu">La feuille et le numéro de ligne d'Excel.</param>
/// <param name="Objet">La ligne de catalogue.</param>
/// <param name="Etat">Son état, ou son sort une fois l'import appliqué.</param>
/// <param name="Ton">Le ton de l'état.</param>
/// <param name="Changements">Colonne, ancienne valeur, nouvelle valeur.</param>
/// <param name="Messages">Ses remarques.</param>
public sealed record LigneMontree(
    string Lieu,
    string Objet,
    string Etat,
    Ton Ton,
    IReadOnlyList<CelluleChangee> Changements,
    IReadOnlyList<string> Messages
)
{
    public static LigneMontree De(LigneDeBesoin ligne)
    {
        var (etat, ton) = ligne.Sort switch
        {
            SortDeLigneImportee.Ecrite => ("Importée", Ton.Positif),
            SortDeLigneImportee.Conflit => ("Changée par un autre", Ton.Alerte),
            SortDeLigneImportee.Retablie => ("Rétablie", Ton.Info),
            SortDeLigneImportee.Gardee => ("Gardée : changée depuis", Ton.Attention),
            SortDeLigneImportee.EnAttente => EnClair(ligne.Etat),
        };
        return new LigneMontree(
            $"{ligne.Feuille}, ligne {ligne.NumeroExcel}",
            ligne.Ligne == 0 ? ligne.Designation : $"{ligne.Ligne}. {ligne.Designation}",
            etat,
            ton,
            [
                .. ligne.Cellules.Select(c => new CelluleChangee(
                    c.Lettre,
                    c.Champ.Libelle(),
                    c.Lue.EnTexte(c.Champ),
                    c.Nouvelle.EnTexte(c.Champ)
                )),
            ],
            ligne.Messages
        );
    }

    public static LigneMontree De(NeantDansLeFichier neant) =>
        new(
            $"{PlanDesPrestations.Feuille}, ligne {neant.NumeroExcel}",
            neant.Libelle,
            neant switch
            {
                { Erreur: not null } => "Erreur",
                { Declare: true } => "Besoin néant déclaré",
                _ => "Besoin néant à déclarer",
            },
            neant switch
            {
                { Erreur: not null } => Ton.Alerte,
                { Declare: true } => Ton.Positif,
                _ => Ton.Info,
            },
            [],
            neant.Erreur is { } erreur ? [erreur] : []
        );

    public static LigneMontree De(LigneDeCatalogueImportee ligne)
    {
        var (etat, ton) = ligne.Changement is { Retrait: true } ? ("À retirer", Ton.Attention) : EnClair(ligne.Etat);
        return new LigneMontree($"ligne {ligne.NumeroExcel}", ligne.Designation, etat, ton, ligne.Cellules, ligne.Messages);
    }

    private static (string Etat, Ton Ton) EnClair(EtatDeLigne etat) =>
        etat switch
        {
            EtatDeLigne.Nouvelle => ("Nouvelle", Ton.Positif),
            EtatDeLigne.Modifiee => ("Modifiée", Ton.Info),
            EtatDeLigne.Inchangee => ("Inchangée", Ton.Neutre),
            EtatDeLigne.Avertissement => ("Avertissement", Ton.Attention),
            EtatDeLigne.Erreur => ("Erreur", Ton.Alerte),
        };
}
