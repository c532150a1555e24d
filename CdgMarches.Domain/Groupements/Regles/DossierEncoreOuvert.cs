using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un dossier effectif, décliné ou abandonné ne change plus.</summary>
/// <remarks>RG1.20.</remarks>
public sealed record DossierEncoreOuvert(EtatDAdhesion Etat) : IRegleDeConvention
{
    public string Code => "RG1.20";

    public string Article => "6.3";

    public bool EstRespectee => Etat is EtatDAdhesion.Invitee or EtatDAdhesion.EnCours;

    public string Message =>
        $"Ce dossier est clos ({Etat.Libelle().ToLower(Francais.Culture)}) : il se lit, il ne se modifie plus.";
}
