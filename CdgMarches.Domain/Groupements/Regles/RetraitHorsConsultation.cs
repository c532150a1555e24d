using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un départ entre le lancement et l'attribution fausse la consultation.</summary>
/// <remarks>RG1.32. Avertissement fort.</remarks>
public sealed record RetraitHorsConsultation(string? Consultation) : IRegle
{
    public string Code => "RG1.32";

    public string Fondement => "DAJ, La mutualisation des achats";

    public Portee Portee => Portee.Avertit;

    public bool EstRespectee => Consultation is null;

    public string Message =>
        $"La consultation {Consultation} est entre son lancement et son terme : les estimations et le dossier de consultation comptent ce membre. Donnez un motif pour passer outre.";
}
