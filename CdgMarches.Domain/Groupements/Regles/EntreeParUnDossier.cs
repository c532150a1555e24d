using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>On entre dans un groupement ouvert par un dossier d'adhésion.</summary>
/// <remarks>RG1.20. Enregistrer un membre sans dossier reste possible sur motif : la reprise de ceux d'avant l'application.</remarks>
public sealed record EntreeParUnDossier(EtatDuGroupement Etat) : IRegleDeConvention
{
    public string Code => "RG1.20";

    public string Article => "6.3";

    public Portee Portee => Portee.Avertit;

    public string? Champ => "motif-entree";

    public bool EstRespectee => Etat is not EtatDuGroupement.Ouvert;

    public string Message =>
        "Ce groupement est ouvert : on y entre par un dossier d'adhésion, avec sa délibération et ses signatures. Donnez un motif pour enregistrer un membre sans dossier, par exemple la reprise d'une adhésion d'avant l'application.";
}
