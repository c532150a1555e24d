using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Commissions;

/// <summary>Un changement d'une commission.</summary>
public abstract record ChangementDeCommission
{
    private ChangementDeCommission() { }

    /// <summary>Met les sièges d'accord avec les membres du groupement.</summary>
    public sealed record SiegesAccordes : ChangementDeCommission;

    public sealed record Designe(Guid Siege, DonneesDeDesignation Donnees) : ChangementDeCommission;

    public sealed record Corrige(Guid Designation, DonneesDeDesignation Donnees) : ChangementDeCommission;

    public sealed record ConsultatifAjoute(RoleConsultatif Role, string? Nom, string? Fonction, string? Courriel, string? Adresse)
        : ChangementDeCommission;

    public sealed record ConsultatifRetire(Guid Id) : ChangementDeCommission;

    public sealed record ReglesFixees(ReglesDeCommission Regles) : ChangementDeCommission;

    /// <summary>Permet ou non de se réunir à distance, dans la commission d'un groupement.</summary>
    public sealed record DistanceReglee(bool Permise) : ChangementDeCommission;
}

/// <summary>Change les sièges, les personnes ou les règles d'une commission.</summary>
public sealed class ModifierCommission(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        CommissionId id,
        int versionLue,
        ChangementDeCommission changement,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererCommissions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var commission = await contexte.CommissionAGererAsync(acteur, id, annulation);
        contexte.ExigerVersion(commission, versionLue);
        switch (changement)
        {
            case ChangementDeCommission.SiegesAccordes when commission.Groupement is { } groupement:
                commission.AccorderSieges(await contexte.MembresARepresenterAsync(groupement, horloge.Aujourdhui, annulation));
                break;
            case ChangementDeCommission.Designe c:
                commission.Designer(c.Siege, c.Donnees);
                break;
            case ChangementDeCommission.Corrige c:
                commission.CorrigerDesignation(c.Designation, c.Donnees);
                break;
            case ChangementDeCommission.ConsultatifAjoute c:
                commission.AjouterConsultatif(c.Role, c.Nom, c.Fonction, c.Courriel, c.Adresse);
                break;
            case ChangementDeCommission.ConsultatifRetire c:
                commission.RetirerConsultatif(c.Id);
                break;
            case ChangementDeCommission.ReglesFixees c:
                commission.FixerRegles(c.Regles);
                break;
            case ChangementDeCommission.DistanceReglee c:
                commission.ReglerLaDistance(c.Permise);
                break;
        }

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}
