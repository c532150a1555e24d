using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Une fenêtre d'adhésion ne s'ouvre pas pendant une consultation.</summary>
/// <remarks>RG1.17, RG1.21. Ouverte pendant qu'une consultation court, elle ne serait ouverte aucun jour.</remarks>
public sealed record FenetreHorsConsultation(DateOnly Ouverture, ConsultationDuGroupement? Consultation) : IRegleDeConvention
{
    public string Code => "RG1.21";

    public string Article => "6.3";

    public string? Champ => "ouverture";

    public bool EstRespectee => Consultation is null;

    public string Message =>
        Consultation!.TermineeLe is { } terme
            ? $"La consultation {Consultation.Reference} court du {EnClair.Date(Consultation.LanceeLe)} au {EnClair.Date(terme)} : ouvrez la fenêtre le lendemain au plus tôt."
            : $"La consultation {Consultation.Reference} est en cours depuis le {EnClair.Date(Consultation.LanceeLe)} : aucune fenêtre ne s'ouvre avant son terme.";
}
