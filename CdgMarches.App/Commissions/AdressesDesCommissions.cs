using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Commissions;

namespace CdgMarches.App.Commissions;

/// <summary>Les adresses des pages de la commission.</summary>
public static class AdressesDesCommissions
{
    public const string Liste = "/commissions";

    public const string Nouvelle = "/commissions/nouvelle";

    public const string Seances = "/commissions/seances";

    public static string Fiche(CommissionId id) => $"{Liste}/{id.Valeur}";

    public static string Rubrique(CommissionId id, string rubrique) => $"{Fiche(id)}/{rubrique}";

    public static string Seance(SeanceId id) => $"{Seances}/{id.Valeur}";

    public static string Rubrique(SeanceId id, string rubrique) => $"{Seance(id)}/{rubrique}";

    public static string Convocation(string jeton) => $"/convocation/{jeton}";

    internal static Ton Ton(this EtatDeSeance etat) =>
        etat switch
        {
            EtatDeSeance.Programmee => Socle.Composants.Ton.Neutre,
            EtatDeSeance.Convoquee => Socle.Composants.Ton.Info,
            EtatDeSeance.Appel or EtatDeSeance.Ouverte => Socle.Composants.Ton.Attention,
            EtatDeSeance.Levee => Socle.Composants.Ton.Positif,
            EtatDeSeance.SansQuorum or EtatDeSeance.Annulee => Socle.Composants.Ton.Alerte,
        };

    internal static Ton Ton(this EtatDuDelai etat) =>
        etat switch
        {
            EtatDuDelai.Large => Socle.Composants.Ton.Positif,
            EtatDuDelai.Proche => Socle.Composants.Ton.Attention,
            EtatDuDelai.Depasse => Socle.Composants.Ton.Alerte,
        };
}
