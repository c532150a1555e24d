using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Socle.Composants;

/// <summary>Lit et écrit un filtre dans l'adresse de la page ; changer un filtre ramène à la première page.</summary>
public sealed class FiltrageDeListe(NavigationManager navigation)
{
    public string? Lire(string nom) => AdresseDeListe.Lire(navigation.Uri).Filtre(nom);

    public void Ecrire(string nom, string? valeur) =>
        navigation.NavigateTo(
            navigation.GetUriWithQueryParameters(
                new Dictionary<string, object?>
                {
                    [nom] = string.IsNullOrEmpty(valeur) ? null : valeur,
                    [AdresseDeListe.Page] = null,
                }
            )
        );
}
