using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Procedures;

namespace CdgMarches.App.Procedures;

/// <summary>Les adresses des pages des procédures.</summary>
public static class AdressesDesProcedures
{
    public const string Liste = "/procedures";

    public const string Nouvelle = "/procedures/nouvelle";

    public static string Fiche(ProcedureId id) => $"{Liste}/{id.Valeur}";

    public static string Rubrique(ProcedureId id, string rubrique) => $"{Fiche(id)}/{rubrique}";

    internal static Ton Ton(this EtatDeProcedure etat) =>
        etat switch
        {
            EtatDeProcedure.EnPreparation => Socle.Composants.Ton.Info,
            EtatDeProcedure.Lancee => Socle.Composants.Ton.Attention,
            EtatDeProcedure.Terminee => Socle.Composants.Ton.Positif,
        };
}
