using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>On entre par un dossier d'adhésion dans un groupement ouvert, ou dont la convention est en vigueur.</summary>
/// <param name="DossierExige">Vrai si l'on n'entre plus dans le groupement que par un dossier.</param>
/// <param name="Entree">Le premier jour de l'adhésion.</param>
/// <param name="Aujourdhui">Le jour du CDG.</param>
/// <remarks>
/// RG1.20, RG1.21. Sur motif, une entrée passée s'enregistre sans dossier : la reprise d'une adhésion d'avant l'application.
/// Une entrée d'aujourd'hui ou à venir n'est pas une reprise : elle veut sa délibération et ses signatures.
/// </remarks>
public sealed record EntreeParUnDossier(bool DossierExige, DateOnly Entree, DateOnly Aujourdhui) : IRegleDeConvention
{
    public string Code => "RG1.20";

    public string Article => "6.3";

    public Portee Portee => Entree < Aujourdhui ? Portee.Avertit : Portee.Bloque;

    public string? Champ => Portee is Portee.Avertit ? "motif-entree" : "entree";

    public bool EstRespectee => !DossierExige;

    public string Message =>
        Portee is Portee.Avertit
            ? "On entre dans ce groupement par un dossier d'adhésion, avec sa délibération et ses signatures. Donnez un motif pour enregistrer un membre sans dossier, par exemple la reprise d'une adhésion d'avant l'application."
            : $"Une entrée au {EnClair.Date(Entree)} se décide par un dossier d'adhésion, avec sa délibération et ses signatures : ouvrez-en un. Un motif n'enregistre qu'une entrée passée, celle d'une adhésion d'avant l'application.";
}
