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

    public static string Lot(ProcedureId id, int lot) => $"{Fiche(id)}/lots/{lot}";

    internal static Ton Ton(this StatutDeLot statut) =>
        statut switch
        {
            StatutDeLot.Infructueux or StatutDeLot.SansSuite or StatutDeLot.Suspendu or StatutDeLot.Resilie => Socle
                .Composants
                .Ton
                .Alerte,
            StatutDeLot.Notifie or StatutDeLot.EnExecution or StatutDeLot.Termine => Socle.Composants.Ton.Positif,
            StatutDeLot.Preparation or StatutDeLot.Relance => Socle.Composants.Ton.Neutre,
            _ => Socle.Composants.Ton.Info,
        };

    internal static Ton Ton(this EtatDeProcedure etat) =>
        etat switch
        {
            EtatDeProcedure.EnPreparation => Socle.Composants.Ton.Info,
            EtatDeProcedure.Lancee => Socle.Composants.Ton.Attention,
            EtatDeProcedure.Terminee => Socle.Composants.Ton.Positif,
        };
}
