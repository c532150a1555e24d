using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Procedures;

/// <summary>Change l'objet, la nature et la charge d'une procédure en préparation.</summary>
public sealed class ModifierProcedure(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        ProcedureId id,
        int versionLue,
        string? objet,
        NatureDAchat nature,
        Guid? responsable,
        Guid? suppleant,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererProcedures);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var procedure = await contexte.ProcedureAsync(acteur, id, annulation);
        contexte.ExigerVersion(procedure, versionLue);

        if (procedure.Objet != objet?.Trim() || procedure.Nature != nature)
        {
            procedure.Modifier(objet, nature);
        }

        procedure.Confier(responsable, suppleant);

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}

/// <summary>Un changement des lots d'une procédure.</summary>
public abstract record ChangementDeLots
{
    private ChangementDeLots() { }

    public sealed record Ajoute(DefinitionDeLotDeProcedure Definition) : ChangementDeLots;

    public sealed record Corrige(int Numero, DefinitionDeLotDeProcedure Definition) : ChangementDeLots;

    public sealed record Supprime(int Numero) : ChangementDeLots;
}

/// <summary>Change les lots d'une procédure en préparation.</summary>
public sealed class ModifierLotsDeProcedure(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        ProcedureId id,
        int versionLue,
        ChangementDeLots changement,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererProcedures);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var procedure = await contexte.ProcedureAsync(acteur, id, annulation);
        contexte.ExigerVersion(procedure, versionLue);
        var groupement = await contexte.GroupementAsync(acteur, procedure.Groupement, annulation);

        switch (changement)
        {
            case ChangementDeLots.Ajoute c:
                procedure.AjouterLot(c.Definition, groupement);
                break;
            case ChangementDeLots.Corrige c:
                procedure.ModifierLot(c.Numero, c.Definition, groupement);
                break;
            case ChangementDeLots.Supprime c:
                procedure.SupprimerLot(c.Numero);
                break;
        }

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}
