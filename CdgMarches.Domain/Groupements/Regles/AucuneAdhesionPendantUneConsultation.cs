using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Aucune adhésion entre le lancement d'une consultation et son terme.</summary>
/// <remarks>
/// RG1.21. Convention constitutive, art. 6.3, dernier alinéa. Le lancement est l'envoi de l'avis, le terme la
/// notification du dernier marché ou la fin sans suite ; les deux jours sont dans la période fermée. La date jugée est
/// celle où l'adhésion prend effet.
/// </remarks>
public sealed record AucuneAdhesionPendantUneConsultation(DateOnly Entree, IReadOnlyList<ConsultationDuGroupement> Consultations)
    : IRegleDeConvention
{
    public string Code => "RG1.21";

    public string Article => "6.3";

    public string? Champ => "entree";

    public bool EstRespectee => Courant(Entree) is null;

    /// <summary>Le premier jour, à partir de l'entrée voulue, où aucune consultation ne court ; nul si l'une n'a pas de terme connu.</summary>
    public DateOnly? PremierJourLibre
    {
        get
        {
            DateOnly? jour = Entree;
            while (jour is { } essai && Courant(essai) is { } consultation)
            {
                jour = consultation.TermineeLe?.AddDays(1);
            }

            return jour;
        }
    }

    public string Message =>
        Courant(Entree) is not { } consultation ? ""
        : consultation.TermineeLe is { } terme
            ? $"La consultation {consultation.Reference} court du {EnClair.Date(consultation.LanceeLe)} au {EnClair.Date(terme)} : "
                + (
                    PremierJourLibre is { } libre
                        ? $"l'adhésion peut prendre effet au plus tôt le {EnClair.Date(libre)}."
                        : "une autre la suit sans terme connu, attendez la fin de celle-ci."
                )
        : $"La consultation {consultation.Reference} est en cours depuis le {EnClair.Date(consultation.LanceeLe)} : aucune adhésion ne "
            + "peut prendre effet avant le lendemain de son terme, qui n'est pas encore enregistré.";

    private ConsultationDuGroupement? Courant(DateOnly jour) =>
        Consultations.FirstOrDefault(c => c.LanceeLe <= jour && (c.TermineeLe is not { } terme || jour <= terme));
}
