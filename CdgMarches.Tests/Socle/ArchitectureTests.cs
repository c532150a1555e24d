using System.Reflection;
using CdgMarches.App;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Socle;

/// <summary>Ce que le compilateur ne sait pas tenir : les frontières, et l'interdiction par défaut.</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly Domaine = typeof(Agregat).Assembly;
    private static readonly Assembly Application = typeof(ApplicationMarches).Assembly;

    [Fact]
    public void Le_domaine_ne_connait_que_System() =>
        Assert.All(
            Domaine.GetReferencedAssemblies(),
            a => Assert.True(a.Name is "System" || a.Name!.StartsWith("System.", StringComparison.Ordinal), a.Name)
        );

    [Fact]
    public void Une_regle_est_un_record_scelle_d_un_dossier_Regles()
    {
        var fautives = Domaine
            .GetTypes()
            .Where(t => t.IsAssignableTo(typeof(IRegle)) && t is { IsInterface: false, IsAbstract: false })
            .Where(t =>
                !t.IsSealed
                || t.GetMethod("<Clone>$") is null
                || t.Namespace?.EndsWith(".Regles", StringComparison.Ordinal) is not true
            )
            .Select(t => t.FullName);

        Assert.Empty(fautives);
    }

    [Fact]
    public void Le_domaine_porte_des_regles_et_la_base_ne_connait_pas_l_application()
    {
        Assert.Contains(Domaine.GetTypes(), t => t.IsAssignableTo(typeof(IRegle)) && !t.IsInterface);
        Assert.DoesNotContain(
            typeof(MarchesDbContext).Assembly.GetReferencedAssemblies(),
            a => a.Name == Application.GetName().Name
        );
    }

    [Fact]
    public void Aucun_composant_n_atteint_les_donnees()
    {
        var fautifs = Composants()
            .SelectMany(c => Dependances(c).Where(EstUnAccesAuxDonnees).Select(d => $"{c.FullName} → {d.Name}"))
            .Distinct();

        Assert.Empty(fautifs);
    }

    [Fact]
    public void Tout_composant_routable_dit_qui_peut_l_ouvrir()
    {
        var fautifs = Composants()
            .Where(c => c.GetCustomAttributes<RouteAttribute>().Any())
            .Where(c =>
                c.GetCustomAttribute<AllowAnonymousAttribute>() is null
                && c.GetCustomAttributes<AuthorizeAttribute>().All(a => a.Policy is null)
            )
            .Select(c => c.FullName);

        Assert.Empty(fautifs);
    }

    [Fact]
    public void Toute_strategie_demandee_est_un_droit_connu()
    {
        var inconnues = Composants()
            .SelectMany(c => c.GetCustomAttributes<AuthorizeAttribute>())
            .Select(a => a.Policy)
            .OfType<string>()
            .Where(p => !Droits.Tous.Contains(p));

        Assert.Empty(inconnues);
    }

    [Fact]
    public async Task Aucune_adresse_n_est_ouverte_sans_que_la_liste_le_dise()
    {
        await using var app = await ApplicationEnMarche.DemarrerAsync();
        var anonymes = app
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();

        Assert.Empty(anonymes.Except(AdressesAnonymes.Toutes.Keys));
    }

    private static IEnumerable<Type> Composants() =>
        Application.GetTypes().Where(t => t.IsAssignableTo(typeof(IComponent)) && !t.IsAbstract);

    /// <summary>Ce qu'un composant reçoit ou garde : constructeur, propriétés et champs, générés compris.</summary>
    private static IEnumerable<Type> Dependances(Type composant)
    {
        const BindingFlags Tout = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        return composant
            .GetConstructors(Tout)
            .SelectMany(c => c.GetParameters())
            .Select(p => p.ParameterType)
            .Concat(composant.GetProperties(Tout).Select(p => p.PropertyType))
            .Concat(composant.GetFields(Tout).Select(f => f.FieldType));
    }

    private static bool EstUnAccesAuxDonnees(Type type) =>
        type.IsAssignableTo(typeof(DbContext))
        || type.Namespace?.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) is true
        || type.GetGenericArguments().Any(EstUnAccesAuxDonnees);
}
